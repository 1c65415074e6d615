// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title Who gets how much when an order ends. Pure; every division says who keeps the dust.
/// @notice Amounts in the smallest unit of the order's currency, at most 2^128-1; bps of 10_000.
library Settlement {
    uint16 internal constant BPS = 10_000;
    /// @dev A share of exactly half has no winner.
    uint16 internal constant TIE_BPS = 5_000;
    uint16 internal constant BOND_BPS = 500;

    /// @return bond max(5% of the amount rounded up, the currency's floor).
    function bondOf(uint256 amount, uint256 floor) internal pure returns (uint256 bond) {
        return Math.max(Math.ceilDiv(amount * BOND_BPS, BPS), floor);
    }

    /// @return fee What the loser pays the arbiter, rounded down in the loser's favour.
    function arbiterFeeOf(uint256 amount, uint16 arbiterFeeBps) internal pure returns (uint256 fee) {
        return (amount * arbiterFeeBps) / BPS;
    }

    /// @notice Divides the order's amount. The seller keeps the dust of the split and of the platform fee.
    /// @return toBuyer Rounded down.
    /// @return toSeller Before the platform fee; toBuyer + toSeller == amount.
    /// @return fee Part of toSeller that goes to the platform, rounded down.
    function split(
        uint256 amount,
        uint16 buyerBps,
        uint16 feeBps
    ) internal pure returns (uint256 toBuyer, uint256 toSeller, uint256 fee) {
        toBuyer = (amount * buyerBps) / BPS;
        toSeller = amount - toBuyer;
        fee = (toSeller * feeBps) / BPS;
    }

    /// @notice Divides both sides' dispute deposits (bond + arbiter fee each) after a ruling: the loser's bond goes to
    /// the winner and the loser's fee to the arbiter. At a tie bonds go back and each pays half the fee, the seller
    /// the odd unit. All that is not returned here, the arbiter's fee, makes the sum 2 * (bond + arbiterFee).
    function divideDeposits(
        uint256 bond,
        uint256 arbiterFee,
        uint16 buyerBps
    ) internal pure returns (uint256 toBuyer, uint256 toSeller) {
        if (buyerBps > TIE_BPS) return (2 * bond + arbiterFee, 0);
        if (buyerBps < TIE_BPS) return (0, 2 * bond + arbiterFee);
        toBuyer = bond + arbiterFee - arbiterFee / 2;
        toSeller = bond + arbiterFee / 2;
    }
}
