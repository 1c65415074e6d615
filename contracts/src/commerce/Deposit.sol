// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ICheckout} from "../interfaces/ICheckout.sol";
import {CappedCall} from "../libraries/CappedCall.sol";

/// @title The account behind one intent's deposit address; DepositFactory makes a clone of it at the first sweep.
/// @notice constructor(checkout, escrow), called by the factory. Only the factory may move its money.
/// The address works before there is code; after that plain transfers need a little more than 21_000 gas.
contract Deposit {
    using SafeERC20 for IERC20;

    /// @notice Gas for a refund address that is a contract; enough for a wallet's receive hook.
    uint256 public constant REFUND_GAS = 100_000;

    address public immutable factory;
    ICheckout public immutable checkout;
    address public immutable escrow;

    error OnlyFactory(address caller);

    modifier onlyFactory() {
        if (msg.sender != factory) revert OnlyFactory(msg.sender);
        _;
    }

    constructor(ICheckout checkout_, address escrow_) {
        factory = msg.sender;
        checkout = checkout_;
        escrow = escrow_;
    }

    receive() external payable {}

    /// @notice Pays exactly `intent.amount` from this account's balance.
    function pay(
        ICheckout.Intent calldata intent,
        bytes calldata signature
    ) external onlyFactory returns (uint256 orderId) {
        if (intent.currency == address(0)) return checkout.payFor{value: intent.amount}(intent, signature);
        IERC20(intent.currency).forceApprove(escrow, intent.amount);
        return checkout.payFor(intent, signature);
    }

    /// @notice Sends money out. CMT goes with REFUND_GAS and without return data, so `to` harms nobody by what it does.
    /// @return ok False where `to` or the token refused it; the money is still here then.
    function send(address currency, address to, uint256 amount) external onlyFactory returns (bool ok) {
        if (currency == address(0)) return CappedCall.tryCall(to, amount, REFUND_GAS, "");
        return IERC20(currency).trySafeTransfer(to, amount);
    }
}
