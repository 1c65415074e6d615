// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IArbiterRegistry} from "../interfaces/IArbiterRegistry.sol";

/// @title Arbiters, their bonds and the cases that reserve them.
/// @notice A case reserves the order's full amount, so an arbiter always bonds at least what it holds open, currency by
/// currency. Amounts are in the smallest unit of their currency; address(0) is CMT.
/// @dev Trusts Escrow for the life of a case. The owner (governance) only chooses the fallback pool; it cannot touch
/// bonds or cases. The pool is bounded, so that the rotation's loop is.
contract ArbiterRegistry is IArbiterRegistry, Ownable2Step {
    using SafeERC20 for IERC20;

    struct Bond {
        uint256 total;
        uint256 reserved; // by open cases
    }

    struct Case {
        address arbiter;
        address currency;
        uint256 amount;
    }

    /// @inheritdoc IArbiterRegistry
    uint16 public constant SLASH_BPS = 1000; // a tenth of the order hurts, and leaves the arbiter able to go on
    /// @inheritdoc IArbiterRegistry
    uint16 public constant MAX_FEE_BPS = 1000;
    /// @inheritdoc IArbiterRegistry
    uint256 public constant MAX_FALLBACKS = 24; // a full round of the rotation costs under 350,000 gas
    uint256 private constant BPS = 10_000;

    address public immutable escrow;

    mapping(address arbiter => Arbiter) private _arbiters;
    mapping(address arbiter => mapping(address currency => Bond)) private _bonds;
    mapping(address arbiter => uint256) private _openCases;
    mapping(uint256 orderId => Case) private _cases;
    address[] private _fallbacks;
    uint256 private _nextFallback; // index in _fallbacks where the next search begins

    modifier onlyEscrow() {
        if (msg.sender != escrow) revert OnlyEscrow(msg.sender);
        _;
    }

    modifier onlyArbiter() {
        if (!_arbiters[msg.sender].active) revert NotAnArbiter(msg.sender);
        _;
    }

    constructor(address escrow_, address owner_) Ownable(owner_) {
        escrow = escrow_;
    }

    /// @inheritdoc IArbiterRegistry
    function register(uint16 feeBps, bytes32 profileHash) external {
        Arbiter storage arbiter = _arbiters[msg.sender];
        if (arbiter.active) revert AlreadyArbiter(msg.sender);
        _checkFee(feeBps);
        arbiter.active = true; // one that comes back keeps its record of ruled and missed cases
        arbiter.feeBps = feeBps;
        arbiter.profileHash = profileHash;
        emit ArbiterRegistered(msg.sender, feeBps, profileHash);
    }

    /// @inheritdoc IArbiterRegistry
    function update(uint16 feeBps, bytes32 profileHash) external onlyArbiter {
        _checkFee(feeBps);
        _arbiters[msg.sender].feeBps = feeBps;
        _arbiters[msg.sender].profileHash = profileHash;
        emit ArbiterUpdated(msg.sender, feeBps, profileHash);
    }

    /// @inheritdoc IArbiterRegistry
    function retire() external onlyArbiter {
        uint256 open = _openCases[msg.sender];
        if (open != 0) revert CasesStillOpen(msg.sender, open);
        if (_arbiters[msg.sender].isFallback) _leavePool(msg.sender);
        _arbiters[msg.sender].active = false;
        emit ArbiterRetired(msg.sender);
    }

    /// @inheritdoc IArbiterRegistry
    function deposit(address currency, uint256 amount) external payable onlyArbiter {
        if (amount == 0) revert ZeroAmount();
        uint256 expectedValue = currency == address(0) ? amount : 0;
        if (msg.value != expectedValue) revert WrongAmount(expectedValue, msg.value);
        Bond storage bond = _bonds[msg.sender][currency];
        bond.total += amount;
        emit BondDeposited(msg.sender, currency, amount, bond.total);
        if (currency == address(0)) return;
        uint256 before = IERC20(currency).balanceOf(address(this));
        IERC20(currency).safeTransferFrom(msg.sender, address(this), amount);
        uint256 received = IERC20(currency).balanceOf(address(this)) - before;
        if (received != amount) revert WrongAmount(amount, received);
    }

    /// @inheritdoc IArbiterRegistry
    function withdraw(address currency, uint256 amount) external {
        if (amount == 0) revert ZeroAmount();
        Bond storage bond = _bonds[msg.sender][currency];
        uint256 free = bond.total - bond.reserved;
        if (amount > free) revert BondInUse(amount, free);
        bond.total -= amount;
        emit BondWithdrawn(msg.sender, currency, amount, bond.total);
        if (currency == address(0)) _sendCmt(msg.sender, amount);
        else IERC20(currency).safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IArbiterRegistry
    function setFallback(address arbiter, bool isFallback) external onlyOwner {
        if (!_arbiters[arbiter].active) revert NotAnArbiter(arbiter);
        if (_arbiters[arbiter].isFallback == isFallback) return;
        if (!isFallback) {
            _leavePool(arbiter);
            return;
        }
        if (_fallbacks.length == MAX_FALLBACKS) revert FallbackPoolFull(MAX_FALLBACKS);
        _fallbacks.push(arbiter);
        _arbiters[arbiter].isFallback = true;
        emit FallbackChanged(arbiter, true);
    }

    /// @inheritdoc IArbiterRegistry
    function openCase(
        uint256 orderId,
        address arbiter,
        address currency,
        uint256 amount
    ) external onlyEscrow returns (bool ok) {
        _checkNoCase(orderId);
        if (!_isFree(arbiter, currency, amount)) return false;
        _open(orderId, arbiter, currency, amount);
        return true;
    }

    /// @inheritdoc IArbiterRegistry
    function openFallbackCase(
        uint256 orderId,
        address[3] calldata excluded,
        address currency,
        uint256 amount
    ) external onlyEscrow returns (address arbiter) {
        _checkNoCase(orderId);
        uint256 count = _fallbacks.length;
        for (uint256 i = 0; i < count; ++i) {
            uint256 index = (_nextFallback + i) % count;
            address candidate = _fallbacks[index];
            bool isExcluded = candidate == excluded[0] || candidate == excluded[1] || candidate == excluded[2];
            if (isExcluded || !_isFree(candidate, currency, amount)) continue;
            _nextFallback = index + 1;
            _open(orderId, candidate, currency, amount);
            return candidate;
        }
        return address(0);
    }

    /// @inheritdoc IArbiterRegistry
    function closeCase(uint256 orderId, bool ruled) external onlyEscrow {
        Case memory case_ = _close(orderId);
        if (ruled) ++_arbiters[case_.arbiter].ruled;
        emit CaseClosed(orderId, case_.arbiter, ruled);
    }

    /// @inheritdoc IArbiterRegistry
    function slashCase(uint256 orderId) external onlyEscrow returns (uint256 amount) {
        Case memory case_ = _close(orderId);
        ++_arbiters[case_.arbiter].missed;
        emit CaseClosed(orderId, case_.arbiter, false);
        uint256 slashed = Math.mulDiv(case_.amount, SLASH_BPS, BPS);
        if (slashed == 0) return 0;
        Bond storage bond = _bonds[case_.arbiter][case_.currency];
        bond.total -= slashed;
        if (case_.currency == address(0)) {
            _sendCmt(escrow, slashed);
            amount = slashed;
        } else {
            bool sent;
            (sent, amount) = _sendToken(case_.currency, slashed);
            if (!sent) {
                bond.total += slashed;
                return 0;
            }
        }
        emit ArbiterSlashed(orderId, case_.arbiter, case_.currency, slashed);
    }

    /// @inheritdoc IArbiterRegistry
    function arbiterOf(address arbiter) external view returns (Arbiter memory) {
        return _arbiters[arbiter];
    }

    /// @inheritdoc IArbiterRegistry
    function isActive(address arbiter) external view returns (bool) {
        return _arbiters[arbiter].active;
    }

    /// @inheritdoc IArbiterRegistry
    function feeBpsOf(address arbiter) external view returns (uint16) {
        return _arbiters[arbiter].feeBps;
    }

    /// @inheritdoc IArbiterRegistry
    function bondOf(address arbiter, address currency) external view returns (uint256 bond, uint256 reserved) {
        Bond memory kept = _bonds[arbiter][currency];
        return (kept.total, kept.reserved);
    }

    /// @inheritdoc IArbiterRegistry
    function caseOf(uint256 orderId) external view returns (address arbiter, address currency, uint256 amount) {
        Case memory case_ = _cases[orderId];
        return (case_.arbiter, case_.currency, case_.amount);
    }

    /// @inheritdoc IArbiterRegistry
    function openCasesOf(address arbiter) external view returns (uint256) {
        return _openCases[arbiter];
    }

    /// @inheritdoc IArbiterRegistry
    function fallbackArbiters() external view returns (address[] memory) {
        return _fallbacks;
    }

    function _open(uint256 orderId, address arbiter, address currency, uint256 amount) private {
        _bonds[arbiter][currency].reserved += amount;
        ++_openCases[arbiter];
        _cases[orderId] = Case(arbiter, currency, amount);
        emit CaseOpened(orderId, arbiter, currency, amount);
    }

    function _close(uint256 orderId) private returns (Case memory case_) {
        case_ = _cases[orderId];
        if (case_.arbiter == address(0)) revert NoOpenCase(orderId);
        delete _cases[orderId];
        --_openCases[case_.arbiter];
        _bonds[case_.arbiter][case_.currency].reserved -= case_.amount;
    }

    /// @dev The last of the pool takes the leaver's place; the rotation may skip or repeat one turn, no more.
    function _leavePool(address arbiter) private {
        _arbiters[arbiter].isFallback = false;
        uint256 last = _fallbacks.length - 1;
        for (uint256 i = 0; i < last; ++i) {
            if (_fallbacks[i] == arbiter) {
                _fallbacks[i] = _fallbacks[last];
                break;
            }
        }
        _fallbacks.pop();
        emit FallbackChanged(arbiter, false);
    }

    function _sendCmt(address to, uint256 amount) private {
        (bool ok, ) = to.call{value: amount}("");
        if (!ok) revert TransferFailed(to, amount);
    }

    /// @dev Gives up instead of reverting: a token that is paused or bars Escrow must not keep an order from its end.
    function _sendToken(address currency, uint256 amount) private returns (bool sent, uint256 received) {
        uint256 before = IERC20(currency).balanceOf(escrow);
        sent = IERC20(currency).trySafeTransfer(escrow, amount);
        if (sent) received = IERC20(currency).balanceOf(escrow) - before;
    }

    function _isFree(address arbiter, address currency, uint256 amount) private view returns (bool) {
        if (!_arbiters[arbiter].active) return false;
        Bond memory bond = _bonds[arbiter][currency];
        return bond.total - bond.reserved >= amount;
    }

    function _checkNoCase(uint256 orderId) private view {
        if (_cases[orderId].arbiter != address(0)) revert CaseExists(orderId);
    }

    function _checkFee(uint16 feeBps) private pure {
        if (feeBps > MAX_FEE_BPS) revert FeeTooHigh(feeBps, MAX_FEE_BPS);
    }
}
