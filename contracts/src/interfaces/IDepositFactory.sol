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

    /// @notice The refund address did not take an overpayment while the order was paid; it stays at the deposit
    /// address for a later {sweep} or {reclaim}.
    event RefundDeferred(
        bytes32 indexed paymentKey,
        address indexed deposit,
        address indexed refundTo,
        address currency,
        uint256 amount
    );

    error NotEnough(uint256 expected, uint256 balance);
    error NothingToSweep(address deposit);
    error RefundFailed(address refundTo, uint256 amount);
    error NotRefundAddress(address refundTo, address caller);
    error ZeroAddress();
    error StillPayable(uint64 deadlineSec, uint256 nowSec);
    error UseSweep(address currency);
    error NotEnoughGas(uint256 needed, uint256 left);

    function addressOf(ICheckout.Intent calldata intent) external view returns (address);

    /// @notice Callable by anyone. Unpaid and in time with enough money: pays Checkout exactly, the rest goes to
    /// the refund address. Paid already or not payable any more: all goes to the refund address. In time but too little:
    /// {NotEnough}. @return orderId The order that this call paid, else 0.
    function sweep(ICheckout.Intent calldata intent, bytes calldata signature) external returns (uint256 orderId);

    /// @notice Returns another token that was sent to the deposit address by mistake to the refund address.
    function rescue(ICheckout.Intent calldata intent, address token) external;

    /// @notice Lets the refund address send what {sweep} would refund to another account, e.g. where it is a contract
    /// that takes no CMT. Only `intent.refundTo`; the payment must be made or no longer payable.
    function reclaim(ICheckout.Intent calldata intent, address currency, address to) external;
}
