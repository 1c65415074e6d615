// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IListings} from "../interfaces/IListings.sol";

/// @title Limits that every order keeps, whether it comes from a listing or from an intent.
/// @notice Windows in seconds, amounts in the smallest unit of the order's currency.
library OrderTerms {
    uint32 internal constant MIN_WINDOW_SEC = 1 hours;
    uint32 internal constant MAX_WINDOW_SEC = 60 days;

    /// @dev Far above any supply (3.4e20 whole coins of 18 decimals), and times 10_000 bps it still fits 256 bits.
    uint256 internal constant MAX_AMOUNT = type(uint128).max;

    function requireWindow(uint32 windowSec) internal pure {
        if (windowSec < MIN_WINDOW_SEC || windowSec > MAX_WINDOW_SEC) {
            revert IListings.WindowOutOfRange(windowSec, MIN_WINDOW_SEC, MAX_WINDOW_SEC);
        }
    }
}
