// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {CappedCall} from "../libraries/CappedCall.sol";

/// @title The money side of {Escrow}: what comes in, who is owed what, and withdrawals.
/// @notice INV-ESCROW-SOLVENT: for each currency the balance here is at least `owed`, and `owed` is the sum of open
/// orders, dispute deposits and credits. Money moves out by withdrawal alone, so that no receiver can block an order.
/// Trusted: a listed token, for its own orders only (a token whose balances shrink by themselves breaks just those).
abstract contract EscrowLedger is IEscrow, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    address internal constant CMT = address(0);

    /// @inheritdoc IEscrow
    mapping(address currency => uint256 amount) public owed;
    mapping(address account => mapping(address currency => uint256 amount)) private _withdrawable;

    /// @inheritdoc IEscrow
    function withdraw(address account, address currency) external nonReentrant returns (uint256 amount) {
        return _withdraw(account, currency, account);
    }

    /// @inheritdoc IEscrow
    function withdrawTo(address currency, address to) external nonReentrant returns (uint256 amount) {
        if (to == address(0)) revert ZeroAddress();
        return _withdraw(msg.sender, currency, to);
    }

    /// @inheritdoc IEscrow
    function withdrawableOf(address account, address currency) external view returns (uint256) {
        return _withdrawable[account][currency];
    }

    /// @dev Takes exactly `amount` from `from`: CMT as this call's value, a token by allowance, measured by balance.
    function _collect(address currency, address from, uint256 amount) internal {
        if (msg.value != (currency == CMT ? amount : 0)) revert UnexpectedValue(msg.value);
        owed[currency] += amount;
        if (currency == CMT) return;
        uint256 before = _balanceOf(currency);
        IERC20(currency).safeTransferFrom(from, address(this), amount);
        uint256 received = _balanceOf(currency) - before;
        if (received != amount) revert TokenTakesFees(currency, amount, received);
    }

    /// @dev The amount is part of `owed` already.
    function _credit(uint256 orderId, address account, address currency, uint256 amount) internal {
        if (amount == 0) return;
        _withdrawable[account][currency] += amount;
        emit Credited(account, currency, amount, orderId);
    }

    function _balanceOf(address currency) internal view returns (uint256) {
        return currency == CMT ? address(this).balance : IERC20(currency).balanceOf(address(this));
    }

    function _withdraw(address account, address currency, address to) private returns (uint256 amount) {
        amount = _withdrawable[account][currency];
        if (amount == 0) revert NothingToWithdraw(account, currency);
        _withdrawable[account][currency] = 0;
        owed[currency] -= amount;
        emit Withdrawn(account, currency, amount, to);
        if (currency != CMT) {
            IERC20(currency).safeTransfer(to, amount);
        } else if (!CappedCall.tryCall(to, amount, gasleft(), "")) {
            revert TransferFailed(to, amount);
        }
    }
}
