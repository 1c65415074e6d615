// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICheckout} from "./ICheckout.sol";

/// @title Deposit addresses: any wallet or exchange can send CMT or an ERC-20 to an intent's own address.
/// @notice CREATE2 salt = the intent's EIP-712 digest, so the address commits to every term.
interface IDepositFactory {
    event DepositSwept(bytes32 indexed paymentKey, address indexed deposit, uint256 indexed orderId, uint256 paid);
    event DepositRefunded(
        bytes32 indexed paymentKey,
        address indexed deposit,
        address indexed refundTo,
        address currency,
        uint256 amount
    );

    error NotEnough(uint256 expected, uint256 balance);
    error NothingToSweep(address deposit);
    error RefundFailed(address refundTo, uint256 amount);

    function addressOf(ICheckout.Intent calldata intent) external view returns (address);

    /// @notice Callable by anyone. Unpaid and in time with enough money: pays Checkout exactly, the rest goes to
    /// the refund address. Paid already or expired: all goes to the refund address. In time but too little: {NotEnough}.
    function sweep(ICheckout.Intent calldata intent, bytes calldata signature) external returns (uint256 orderId);

    /// @notice Returns another token that was sent to the deposit address by mistake to the refund address.
    function rescue(ICheckout.Intent calldata intent, address token) external;
}
