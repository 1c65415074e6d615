// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Currencies that orders may be paid in. CMT is address(0) and always allowed.
interface ICurrencyList {
    /// @param bondFloor Smallest dispute bond in this currency, in its smallest unit (atto CMT for address(0)).
    event CurrencyAllowed(address indexed currency, uint256 bondFloor);
    event CurrencyRemoved(address indexed currency);

    error CurrencyNotAllowed(address currency);
    error CannotRemoveCmt();
    error ZeroBondFloor();
    error BondFloorTooHigh(uint256 bondFloor, uint256 max);
    error NotAToken(address currency);

    /// @notice Allows a currency or changes its floor. Orders already paid keep the bond they were paid with.
    function allow(address currency, uint256 bondFloor) external;
    function remove(address currency) external;
    function isAllowed(address currency) external view returns (bool);
    /// @return 0 where the currency is not allowed.
    function bondFloorOf(address currency) external view returns (uint256);
}
