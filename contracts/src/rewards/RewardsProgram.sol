// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ICurrencyList} from "../interfaces/ICurrencyList.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IMerchantToken} from "../interfaces/IMerchantToken.sol";
import {IRewardsProgram} from "../interfaces/IRewardsProgram.sol";
import {MerchantToken} from "./MerchantToken.sol";

/// @title Merchants' reward programmes.
/// @notice INV-REWARD-CAP: what an order pays back is worth at most `earnBps` of the money that its seller kept, at the
/// rate in force when it was paid, and nothing is earned on the part paid with rewards. The rate falls only 30 days
/// after it was announced. Money never passes through here: a discount is money that is not asked for.
/// @dev Trusts Escrow's record of an order and Checkout's order of calls: redeem, Escrow.open, pledge. Makes no call to
/// code that a merchant, a buyer or a currency controls, so {settle} cannot be made to fail by them.
contract RewardsProgram is IRewardsProgram {
    /// @dev What one order still has to settle. Escrow knows its seller, buyer and outcome.
    struct OrderRewards {
        uint128 held; // redeemed tokens, 1e-18 token
        uint128 pledged; // payback if the seller gets all, 1e-18 token
    }

    /// @dev Sums over a merchant's open orders, 1e-18 token.
    struct Totals {
        uint128 held;
        uint128 pledged;
    }

    /// @inheritdoc IRewardsProgram
    uint32 public constant NOTICE_SEC = 30 days;
    /// @inheritdoc IRewardsProgram
    uint16 public constant MAX_EARN_BPS = 5000; // half of the price back is a mistake, not an offer
    uint128 private constant NO_CAP = type(uint128).max;
    uint256 private constant TOKEN = 1e18;
    uint256 private constant BPS = 10_000;
    uint256 private constant MAX_RATE = type(uint128).max; // tokens (uint128) times rate fits 256 bits
    uint256 private constant MAX_NAME_BYTES = 64;
    uint256 private constant MAX_SYMBOL_BYTES = 16;

    IEscrow public immutable escrow;
    address public immutable checkout;
    ICurrencyList public immutable currencies;

    mapping(address merchant => Program) private _programs;
    mapping(address merchant => Totals) private _totals;
    mapping(uint256 orderId => OrderRewards) private _orders;
    mapping(uint256 orderId => bool) private _settled;

    // A redemption waits within one transaction for the order that it pays for.
    address private transient _redeemedAt;
    address private transient _redeemedBy;
    uint256 private transient _redeemedTokens;

    modifier onlyCheckout() {
        if (msg.sender != checkout) revert OnlyCheckout(msg.sender);
        _;
    }

    constructor(IEscrow escrow_, address checkout_, ICurrencyList currencies_) {
        escrow = escrow_;
        checkout = checkout_;
        currencies = currencies_;
    }

    /// @inheritdoc IRewardsProgram
    function create(
        string calldata name,
        string calldata symbol,
        address currency,
        uint16 earnBps,
        uint256 rate
    ) external returns (address token) {
        Program storage program = _programs[msg.sender];
        if (program.token != address(0)) revert ProgramExists(msg.sender);
        if (!currencies.isAllowed(currency)) revert ICurrencyList.CurrencyNotAllowed(currency);
        _checkText(bytes(name).length, MAX_NAME_BYTES);
        _checkText(bytes(symbol).length, MAX_SYMBOL_BYTES);
        _checkEarnRate(earnBps);
        _checkRate(rate);
        token = address(new MerchantToken(name, symbol, msg.sender));
        program.token = token;
        program.currency = currency;
        program.earnBps = earnBps;
        program.rate = rate;
        program.orderCap = NO_CAP;
        program.supplyCap = NO_CAP;
        emit ProgramCreated(msg.sender, token, currency, earnBps, rate);
    }

    /// @inheritdoc IRewardsProgram
    function setEarnRate(uint16 earnBps) external {
        _checkEarnRate(earnBps);
        _programOf(msg.sender).earnBps = earnBps;
        emit EarnRateChanged(msg.sender, earnBps);
    }

    /// @inheritdoc IRewardsProgram
    function setCaps(uint128 orderCap, uint128 supplyCap) external {
        Program storage program = _programOf(msg.sender);
        program.orderCap = orderCap;
        program.supplyCap = supplyCap;
        emit CapsChanged(msg.sender, orderCap, supplyCap);
    }

    /// @inheritdoc IRewardsProgram
    function improveRate(uint256 rate) external {
        Program storage program = _programOf(msg.sender);
        uint256 current = _rateOf(program);
        _checkRate(rate);
        if (rate <= current) revert RateNotBetter(rate, current);
        if (_clearCut(program)) emit RateCutCancelled(msg.sender);
        program.rate = rate;
        emit RateImproved(msg.sender, rate);
    }

    /// @inheritdoc IRewardsProgram
    function announceRateCut(uint256 nextRate) external {
        Program storage program = _programOf(msg.sender);
        uint256 current = _rateOf(program);
        _checkRate(nextRate);
        if (nextRate >= current) revert RateNotWorse(nextRate, current);
        program.rate = current;
        program.nextRate = nextRate;
        program.nextRateAtSec = uint64(block.timestamp) + NOTICE_SEC; // a new announcement starts a new notice
        emit RateCutAnnounced(msg.sender, nextRate, program.nextRateAtSec);
    }

    /// @inheritdoc IRewardsProgram
    function cancelRateCut() external {
        Program storage program = _programOf(msg.sender);
        program.rate = _rateOf(program); // a cut already in force stays
        if (!_clearCut(program)) revert NoRateCut(msg.sender);
        emit RateCutCancelled(msg.sender);
    }

    /// @inheritdoc IRewardsProgram
    function redeem(
        address merchant,
        address buyer,
        address currency,
        uint256 amount,
        uint256 tokens
    ) external onlyCheckout returns (uint256 discount) {
        _checkNothingWaits();
        if (tokens == 0) return 0;
        Program storage program = _programOf(merchant);
        if (currency != program.currency) revert WrongCurrency(program.currency, currency);
        // The whole supply fits uint128, so a larger wish fails in take() by the holder's balance.
        IMerchantToken(program.token).take(buyer, tokens);
        discount = Math.mulDiv(tokens, _rateOf(program), TOKEN);
        if (discount == 0) revert NothingRedeemed(tokens);
        if (discount >= amount) revert DiscountTooHigh(discount, amount);
        _redeemedAt = merchant;
        _redeemedBy = buyer;
        _redeemedTokens = tokens;
    }

    /// @inheritdoc IRewardsProgram
    function pledge(uint256 orderId) external onlyCheckout {
        OrderRewards storage rewards = _orders[orderId];
        if (_settled[orderId] || rewards.held != 0 || rewards.pledged != 0) revert AlreadyPledged(orderId);
        IEscrow.Order memory order = escrow.orderOf(orderId);
        uint128 held = _bindRedemption(order);
        uint128 pledged = _paybackOf(order.seller, order.currency, order.amount);
        if (held == 0 && pledged == 0) return;
        _orders[orderId] = OrderRewards({held: held, pledged: pledged});
        Totals storage totals = _totals[order.seller];
        totals.held += held;
        totals.pledged += pledged;
        if (held != 0) {
            emit RewardsRedeemed(orderId, order.seller, order.buyer, held, quote(order.seller, held));
        }
        if (pledged != 0) emit RewardsPledged(orderId, order.seller, order.buyer, pledged);
    }

    /// @inheritdoc IRewardsProgram
    function settle(uint256 orderId) external {
        if (_settled[orderId]) revert AlreadySettled(orderId);
        OrderRewards memory rewards = _orders[orderId];
        IEscrow.Order memory order = escrow.orderOf(orderId);
        uint256 buyerBps = _buyerBpsOf(orderId, order);
        if (rewards.held == 0 && rewards.pledged == 0) return;

        _settled[orderId] = true;
        delete _orders[orderId];
        Totals storage totals = _totals[order.seller];
        totals.held -= rewards.held;
        totals.pledged -= rewards.pledged;

        uint256 returned = Math.mulDiv(rewards.held, buyerBps, BPS);
        uint256 vested = Math.mulDiv(rewards.pledged, BPS - buyerBps, BPS);
        address token = _programs[order.seller].token;
        if (rewards.held > returned) IMerchantToken(token).burn(rewards.held - returned);
        if (returned != 0) {
            IERC20(token).transfer(order.buyer, returned); // our own token: reverts on failure
            emit RewardsReturned(orderId, order.seller, order.buyer, returned);
        }
        if (vested != 0) {
            IMerchantToken(token).mint(order.buyer, vested);
            emit RewardsVested(orderId, order.seller, order.buyer, vested);
        }
    }

    /// @inheritdoc IRewardsProgram
    function programOf(address merchant) external view returns (Program memory program) {
        program = _programs[merchant];
        if (program.nextRate != 0 && block.timestamp >= program.nextRateAtSec) {
            program.rate = program.nextRate;
            program.nextRate = 0;
            program.nextRateAtSec = 0;
        }
    }

    /// @inheritdoc IRewardsProgram
    function rateOf(address merchant) external view returns (uint256) {
        return _rateOf(_programs[merchant]);
    }

    /// @inheritdoc IRewardsProgram
    function earnBpsOf(address merchant, address currency) external view returns (uint16) {
        Program storage program = _programs[merchant];
        return program.currency == currency ? program.earnBps : 0;
    }

    /// @inheritdoc IRewardsProgram
    function liabilityOf(address merchant) external view returns (Liability memory) {
        Program storage program = _programs[merchant];
        Totals memory totals = _totals[merchant];
        uint256 outstanding = _outstanding(program, totals);
        return
            Liability({
                issued: outstanding - totals.held - totals.pledged,
                held: totals.held,
                pledged: totals.pledged,
                value: Math.mulDiv(outstanding, _rateOf(program), TOKEN)
            });
    }

    /// @inheritdoc IRewardsProgram
    function isSettled(uint256 orderId) external view returns (bool) {
        OrderRewards memory rewards = _orders[orderId];
        return rewards.held == 0 && rewards.pledged == 0;
    }

    /// @inheritdoc IRewardsProgram
    function rewardsOf(uint256 orderId) external view returns (uint256 held, uint256 pledged) {
        OrderRewards memory rewards = _orders[orderId];
        return (rewards.held, rewards.pledged);
    }

    /// @inheritdoc IRewardsProgram
    function quote(address merchant, uint256 tokens) public view returns (uint256 discount) {
        return Math.mulDiv(tokens, _rateOf(_programs[merchant]), TOKEN);
    }

    /// @dev Takes the waiting redemption for `order`; it must be the one that the order was opened with.
    function _bindRedemption(IEscrow.Order memory order) private returns (uint128 held) {
        uint256 tokens = _redeemedTokens;
        bool matches = tokens == 0 || (_redeemedAt == order.seller && _redeemedBy == order.buyer);
        if (tokens != order.rewardAmount || !matches) {
            revert RedemptionNotBound(_redeemedAt, _redeemedBy, tokens);
        }
        _redeemedAt = address(0);
        _redeemedBy = address(0);
        _redeemedTokens = 0;
        return uint128(tokens); // below the supply, which fits uint128
    }

    /// @dev Payback in tokens of `money` paid to `merchant`, rounded down twice and cut to both caps (INV-REWARD-CAP).
    function _paybackOf(address merchant, address currency, uint256 money) private view returns (uint128) {
        Program storage program = _programs[merchant];
        if (program.token == address(0) || program.currency != currency || program.earnBps == 0) return 0;
        uint256 rate = _rateOf(program);
        uint256 back = Math.mulDiv(money, program.earnBps, BPS);
        uint256 tokens = back / rate >= NO_CAP / TOKEN ? NO_CAP : Math.mulDiv(back, TOKEN, rate);
        uint256 room = Math.saturatingSub(program.supplyCap, _outstanding(program, _totals[merchant]));
        return uint128(Math.min(Math.min(tokens, program.orderCap), room));
    }

    /// @dev Issued, held and pledged. Held tokens lie with this contract and are part of the supply.
    function _outstanding(Program storage program, Totals memory totals) private view returns (uint256) {
        if (program.token == address(0)) return 0;
        return IERC20(program.token).totalSupply() + totals.pledged;
    }

    /// @dev Share of the order's money that went back to the buyer, in basis points; reverts while it is open.
    function _buyerBpsOf(uint256 orderId, IEscrow.Order memory order) private pure returns (uint256) {
        if (order.state == IEscrow.State.Released) return 0;
        if (order.state == IEscrow.State.Refunded) return BPS;
        if (order.state == IEscrow.State.Split) return order.buyerBps;
        revert NotClosed(orderId);
    }

    function _programOf(address merchant) private view returns (Program storage program) {
        program = _programs[merchant];
        if (program.token == address(0)) revert NoProgram(merchant);
    }

    function _rateOf(Program storage program) private view returns (uint256) {
        uint256 nextRate = program.nextRate;
        return nextRate != 0 && block.timestamp >= program.nextRateAtSec ? nextRate : program.rate;
    }

    /// @return pending Whether a cut was announced and not yet in force.
    function _clearCut(Program storage program) private returns (bool pending) {
        pending = program.nextRate != 0 && block.timestamp < program.nextRateAtSec;
        program.nextRate = 0;
        program.nextRateAtSec = 0;
    }

    function _checkNothingWaits() private view {
        if (_redeemedTokens != 0) revert RedemptionNotBound(_redeemedAt, _redeemedBy, _redeemedTokens);
    }

    function _checkEarnRate(uint16 earnBps) private pure {
        if (earnBps > MAX_EARN_BPS) revert EarnRateTooHigh(earnBps, MAX_EARN_BPS);
    }

    function _checkRate(uint256 rate) private pure {
        if (rate == 0) revert ZeroRate();
        if (rate > MAX_RATE) revert RateTooHigh(rate, MAX_RATE);
    }

    function _checkText(uint256 length, uint256 max) private pure {
        if (length == 0 || length > max) revert BadText(length, max);
    }
}
