// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ICheckout} from "../interfaces/ICheckout.sol";
import {IDepositFactory} from "../interfaces/IDepositFactory.sol";
import {CappedCall} from "../libraries/CappedCall.sol";
import {Deposit} from "./Deposit.sol";

/// @title One CREATE2 address per intent; anyone moves its money, but only to where the intent says.
/// @notice constructor(checkout, escrow). It has no owner. A deposit's money can go to Checkout as the exact payment or
/// to `intent.refundTo`, nowhere else. It is held at most until the intent's deadline, and never longer than Checkout's
/// MAX_INTENT_SEC: an intent that is still too far from its deadline to be payable is refundable.
/// A refund address that refuses money cannot stop a payment: an overpayment then stays at the deposit address
/// ({RefundDeferred}), where a later {sweep} or the refund address's own {reclaim} finds it.
contract DepositFactory is IDepositFactory, ReentrancyGuardTransient {
    ICheckout public immutable checkout;
    /// @notice What every deposit address is a clone of.
    Deposit public immutable implementation;

    constructor(ICheckout checkout_, address escrow_) {
        checkout = checkout_;
        implementation = new Deposit(checkout_, escrow_);
    }

    /// @inheritdoc IDepositFactory
    function sweep(
        ICheckout.Intent calldata intent,
        bytes calldata signature
    ) external nonReentrant returns (uint256 orderId) {
        (bytes32 key, bool due) = _statusOf(intent);
        Deposit deposit = _depositAt(intent);
        uint256 balance = _balanceOf(intent.currency, address(deposit));
        if (due) {
            if (balance < intent.amount) revert NotEnough(intent.amount, balance);
            orderId = deposit.pay(intent, signature);
            emit DepositSwept(key, address(deposit), orderId, intent.amount);
            balance -= intent.amount;
            if (balance == 0) return orderId;
        }
        bool refunded = _refund(key, deposit, intent.currency, intent.refundTo, balance);
        if (refunded) return orderId;
        if (!due) revert RefundFailed(intent.refundTo, balance);
        emit RefundDeferred(key, address(deposit), intent.refundTo, intent.currency, balance);
    }

    /// @inheritdoc IDepositFactory
    function rescue(ICheckout.Intent calldata intent, address token) external nonReentrant {
        if (token == intent.currency) revert UseSweep(token);
        _refundAll(intent, token, intent.refundTo);
    }

    /// @inheritdoc IDepositFactory
    function reclaim(ICheckout.Intent calldata intent, address currency, address to) external nonReentrant {
        if (msg.sender != intent.refundTo) revert NotRefundAddress(intent.refundTo, msg.sender);
        if (to == address(0)) revert ZeroAddress();
        (, bool due) = _statusOf(intent);
        if (due && currency == intent.currency) revert StillPayable(intent.deadlineSec, block.timestamp);
        _refundAll(intent, currency, to);
    }

    /// @inheritdoc IDepositFactory
    function addressOf(ICheckout.Intent calldata intent) public view returns (address) {
        return Clones.predictDeterministicAddress(address(implementation), checkout.intentDigest(intent));
    }

    function _refundAll(ICheckout.Intent calldata intent, address currency, address to) private {
        Deposit deposit = _depositAt(intent);
        uint256 balance = _balanceOf(currency, address(deposit));
        bytes32 key = checkout.paymentKeyOf(intent.merchant, intent.id);
        if (!_refund(key, deposit, currency, to, balance)) revert RefundFailed(to, balance);
    }

    function _refund(
        bytes32 key,
        Deposit deposit,
        address currency,
        address to,
        uint256 amount
    ) private returns (bool ok) {
        if (amount == 0) revert NothingToSweep(address(deposit));
        // Without this check the least gas that succeeds (eth_estimateGas) would be one that fails the refund.
        uint256 needed = 2 * CappedCall.gasNeeded(implementation.REFUND_GAS());
        if (gasleft() < needed) revert NotEnoughGas(needed, gasleft());
        ok = deposit.send(currency, to, amount);
        if (ok) emit DepositRefunded(key, address(deposit), to, currency, amount);
    }

    function _depositAt(ICheckout.Intent calldata intent) private returns (Deposit) {
        address deposit = addressOf(intent);
        if (deposit.code.length == 0) {
            Clones.cloneDeterministic(address(implementation), checkout.intentDigest(intent));
        }
        return Deposit(payable(deposit));
    }

    /// @return key The payment key.
    /// @return due Whether Checkout could still be paid by this intent.
    function _statusOf(ICheckout.Intent calldata intent) private view returns (bytes32 key, bool due) {
        key = checkout.paymentKeyOf(intent.merchant, intent.id);
        due =
            checkout.orderOfPayment(key) == 0 &&
            block.timestamp <= intent.deadlineSec &&
            intent.deadlineSec <= block.timestamp + checkout.MAX_INTENT_SEC();
    }

    function _balanceOf(address currency, address account) private view returns (uint256) {
        return currency == address(0) ? account.balance : IERC20(currency).balanceOf(account);
    }
}
