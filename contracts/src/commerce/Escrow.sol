// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IArbiterRegistry} from "../interfaces/IArbiterRegistry.sol";
import {ICurrencyList} from "../interfaces/ICurrencyList.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IMerchantRegistry} from "../interfaces/IMerchantRegistry.sol";
import {IRewardsProgram, REWARDS_SETTLE_GAS} from "../interfaces/IRewardsProgram.sol";
import {CappedCall} from "../libraries/CappedCall.sol";
import {OrderTerms} from "../libraries/OrderTerms.sol";
import {Settlement} from "../libraries/Settlement.sol";
import {EscrowLedger} from "./EscrowLedger.sol";

/// @title The state machine of an order; its diagram is in contracts/README.md.
/// @notice constructor(owner, Wiring{checkout, currencies, merchants, arbiters, rewards}, feeRecipient, feeBps).
/// INV-TERMINAL: a closed order never changes. INV-NOT-STUCK: from every open state somebody, after its deadline
/// anyone, can end the order: Funded {refundUnshipped}, Shipped {release}, Disputed {closeSilent},
/// Ruling {escalate}, Fallback {closeUnruled}.
/// Trusted: Checkout (says who buys what), ArbiterRegistry, MerchantRegistry; the owner for the fee of later orders, at
/// most MAX_FEE_BPS. Not trusted: parties, arbiters, tokens, and the rewards call, which cannot block a closing.
/// Deadlines are inclusive, in seconds; whatever the seller gets is credited to its payout address at closing time.
contract Escrow is EscrowLedger, Ownable2Step {
    /// @notice The other contracts of the suite; they know each other by addresses computed before deployment.
    struct Wiring {
        address checkout;
        ICurrencyList currencies;
        IMerchantRegistry merchants;
        IArbiterRegistry arbiters;
        IRewardsProgram rewards;
    }

    /// @inheritdoc IEscrow
    uint16 public constant MAX_FEE_BPS = 500;
    uint64 public constant ANSWER_SEC = 3 days;
    uint64 public constant RULING_SEC = 7 days;
    uint64 public constant FALLBACK_SEC = 7 days;
    /// @notice Gas promised to IRewardsProgram.settle; twice its dearest case (snapshots/Gas.json).
    uint256 public constant REWARDS_GAS = REWARDS_SETTLE_GAS;

    address public immutable checkout;
    ICurrencyList public immutable currencies;
    IMerchantRegistry public immutable merchants;
    IArbiterRegistry public immutable arbiters;
    IRewardsProgram public immutable rewards;

    /// @inheritdoc IEscrow
    uint256 public orderCount;
    /// @inheritdoc IEscrow
    uint16 public feeBps;
    address public feeRecipient;

    mapping(uint256 orderId => Order) private _orders;
    mapping(uint256 orderId => mapping(address party => Offer)) private _offers;

    constructor(address owner, Wiring memory wiring, address feeRecipient_, uint16 feeBps_) Ownable(owner) {
        checkout = wiring.checkout;
        currencies = wiring.currencies;
        merchants = wiring.merchants;
        arbiters = wiring.arbiters;
        rewards = wiring.rewards;
        _setFee(feeBps_);
        _setFeeRecipient(feeRecipient_);
    }

    /// @dev The arbiter registry sends slashed CMT here; {_slash} credits it in the same call.
    receive() external payable {
        if (msg.sender != address(arbiters)) revert UnexpectedValue(msg.value);
    }

    // ---------------------------------------------------------------------------------------------- payment, delivery

    /// @inheritdoc IEscrow
    function open(OpenParams calldata params) external payable nonReentrant returns (uint256 orderId) {
        if (msg.sender != checkout) revert OnlyCheckout(msg.sender);
        if (params.amount == 0) revert ZeroAmount();
        if (params.amount > OrderTerms.MAX_AMOUNT) revert AmountTooHigh(params.amount, OrderTerms.MAX_AMOUNT);
        if (params.buyer == params.seller) revert BuyerIsSeller(params.buyer);
        if (params.arbiter == params.buyer || params.arbiter == params.seller) revert PartyIsArbiter(params.arbiter);
        if (!arbiters.isActive(params.arbiter)) revert ArbiterNotActive(params.arbiter);
        OrderTerms.requireWindow(params.shipBySec);
        OrderTerms.requireWindow(params.releaseSec);
        uint256 bondFloor = currencies.bondFloorOf(params.currency);
        if (bondFloor == 0) revert ICurrencyList.CurrencyNotAllowed(params.currency);

        orderId = ++orderCount;
        Order storage order = _orders[orderId];
        order.state = State.Funded;
        order.buyer = params.buyer;
        order.seller = params.seller;
        order.currency = params.currency;
        order.arbiter = params.arbiter;
        order.arbiterFeeBps = arbiters.feeBpsOf(params.arbiter);
        order.feeBps = feeBps;
        order.earnBps = rewards.earnBpsOf(params.seller, params.currency);
        order.fundedAtSec = uint64(block.timestamp);
        order.shipDeadlineSec = uint64(block.timestamp) + params.shipBySec;
        order.releaseSec = params.releaseSec;
        order.amount = uint128(params.amount);
        order.bond = uint128(Settlement.bondOf(params.amount, bondFloor));
        if (params.rewardAmount != 0) order.rewardAmount = params.rewardAmount;

        _collect(params.currency, params.payer, params.amount);
        _emitFunded(orderId, order);
    }

    /// @inheritdoc IEscrow
    function ship(uint256 orderId, bytes32 trackingHash) external nonReentrant {
        Order storage order = _in(orderId, State.Funded);
        _only(orderId, order.seller);
        _notAfter(order.shipDeadlineSec);
        uint64 releaseAtSec = uint64(block.timestamp) + order.releaseSec;
        order.state = State.Shipped;
        order.shippedAtSec = uint64(block.timestamp);
        order.releaseAtSec = releaseAtSec;
        emit OrderShipped(orderId, trackingHash, releaseAtSec);
    }

    /// @inheritdoc IEscrow
    function confirm(uint256 orderId) external nonReentrant {
        Order storage order = _undisputed(orderId);
        _only(orderId, order.buyer);
        _close(orderId, order, 0);
        _settleRewards(orderId, order);
    }

    /// @inheritdoc IEscrow
    function release(uint256 orderId) external nonReentrant {
        Order storage order = _in(orderId, State.Shipped);
        _notBefore(order.releaseAtSec);
        _close(orderId, order, 0);
        _settleRewards(orderId, order);
    }

    /// @inheritdoc IEscrow
    function refundUnshipped(uint256 orderId) external nonReentrant {
        Order storage order = _in(orderId, State.Funded);
        _notBefore(order.shipDeadlineSec + 1);
        _close(orderId, order, Settlement.BPS);
        _settleRewards(orderId, order);
    }

    /// @inheritdoc IEscrow
    function cancel(uint256 orderId) external nonReentrant {
        Order storage order = _undisputed(orderId);
        _only(orderId, order.seller);
        _close(orderId, order, Settlement.BPS);
        _settleRewards(orderId, order);
    }

    // ------------------------------------------------------------------------------------------------------- disputes

    /// @inheritdoc IEscrow
    function dispute(uint256 orderId, bytes32 reasonHash) external payable nonReentrant {
        Order storage order = _in(orderId, State.Shipped);
        _only(orderId, order.buyer);
        _notAfter(order.releaseAtSec - 1);
        uint64 answerDeadlineSec = uint64(block.timestamp) + ANSWER_SEC;
        order.state = State.Disputed;
        order.opener = msg.sender;
        order.deadlineSec = answerDeadlineSec;
        uint256 arbiterFee = _takeDeposit(order);
        emit OrderDisputed(orderId, msg.sender, reasonHash, order.bond, arbiterFee, answerDeadlineSec);
    }

    /// @inheritdoc IEscrow
    function answer(uint256 orderId, bytes32 reasonHash) external payable nonReentrant {
        Order storage order = _in(orderId, State.Disputed);
        _only(orderId, _otherParty(order, order.opener));
        _notAfter(order.deadlineSec);
        order.state = State.Ruling;
        order.deadlineSec = uint64(block.timestamp) + RULING_SEC;
        _takeDeposit(order);
        emit DisputeAnswered(orderId, msg.sender, order.arbiter, order.deadlineSec);
        emit EvidenceAdded(orderId, msg.sender, reasonHash);
        if (!arbiters.openCase(orderId, order.arbiter, order.currency, order.amount)) {
            _fallBack(orderId, order, address(0));
        }
    }

    /// @inheritdoc IEscrow
    function closeSilent(uint256 orderId) external nonReentrant {
        Order storage order = _in(orderId, State.Disputed);
        _notBefore(order.deadlineSec + 1);
        _returnDeposits(orderId, order);
        _close(orderId, order, order.opener == order.buyer ? Settlement.BPS : 0);
        _settleRewards(orderId, order);
    }

    /// @inheritdoc IEscrow
    function addEvidence(uint256 orderId, bytes32 evidenceHash) external {
        Order storage order = _known(orderId);
        if (order.state < State.Disputed || order.state > State.Fallback) revert WrongState(orderId, order.state);
        _onlyParty(orderId, order);
        emit EvidenceAdded(orderId, msg.sender, evidenceHash);
    }

    /// @inheritdoc IEscrow
    function offer(uint256 orderId, uint16 buyerBps) external {
        _onlyParty(orderId, _open(orderId));
        if (buyerBps > Settlement.BPS) revert InvalidShare(buyerBps);
        _offers[orderId][msg.sender] = Offer(msg.sender, buyerBps);
        emit OfferMade(orderId, msg.sender, buyerBps);
    }

    /// @inheritdoc IEscrow
    function withdrawOffer(uint256 orderId) external {
        _open(orderId);
        if (_offers[orderId][msg.sender].by == address(0)) revert NoSuchOffer(orderId);
        delete _offers[orderId][msg.sender];
        emit OfferWithdrawn(orderId, msg.sender);
    }

    /// @inheritdoc IEscrow
    function acceptOffer(uint256 orderId, uint16 buyerBps) external nonReentrant {
        Order storage order = _open(orderId);
        _onlyParty(orderId, order);
        Offer memory made = _offers[orderId][_otherParty(order, msg.sender)];
        if (made.by == address(0)) revert NoSuchOffer(orderId);
        if (made.buyerBps != buyerBps) revert OfferChanged(buyerBps, made.buyerBps);
        bool hasCase = _hasCase(order);
        _returnDeposits(orderId, order);
        _close(orderId, order, buyerBps);
        if (hasCase) arbiters.closeCase(orderId, false);
        _settleRewards(orderId, order);
    }

    /// @inheritdoc IEscrow
    function rule(uint256 orderId, uint16 buyerBps, bytes32 reasonHash) external nonReentrant {
        Order storage order = _known(orderId);
        State state = order.state;
        if (state != State.Ruling && state != State.Fallback) revert WrongState(orderId, state);
        _only(orderId, state == State.Ruling ? order.arbiter : order.fallbackArbiter);
        _notAfter(order.deadlineSec);
        if (buyerBps > Settlement.BPS) revert InvalidShare(buyerBps);

        address currency = order.currency;
        uint256 fee = _arbiterFee(order);
        (uint256 toBuyer, uint256 toSeller) = Settlement.divideDeposits(order.bond, fee, buyerBps);
        _credit(orderId, order.buyer, currency, toBuyer);
        _credit(orderId, _payoutOf(order.seller), currency, toSeller);
        _credit(orderId, msg.sender, currency, fee);
        emit OrderRuled(orderId, msg.sender, buyerBps, reasonHash);
        _close(orderId, order, buyerBps);
        arbiters.closeCase(orderId, true);
        _settleRewards(orderId, order);
    }

    /// @inheritdoc IEscrow
    function escalate(uint256 orderId) external nonReentrant {
        Order storage order = _in(orderId, State.Ruling);
        _notBefore(order.deadlineSec + 1);
        order.state = State.Fallback;
        _slash(orderId, order);
        _fallBack(orderId, order, order.arbiter);
    }

    /// @inheritdoc IEscrow
    function closeUnruled(uint256 orderId) external nonReentrant {
        Order storage order = _in(orderId, State.Fallback);
        _notBefore(order.deadlineSec + 1);
        bool hasCase = _hasCase(order);
        _returnDeposits(orderId, order);
        _close(orderId, order, Settlement.TIE_BPS);
        if (hasCase) _slash(orderId, order);
        _settleRewards(orderId, order);
    }

    // ----------------------------------------------------------------------------------------------------- governance

    /// @inheritdoc IEscrow
    function setFee(uint16 feeBps_) external onlyOwner {
        _setFee(feeBps_);
    }

    /// @inheritdoc IEscrow
    function setFeeRecipient(address feeRecipient_) external onlyOwner {
        _setFeeRecipient(feeRecipient_);
    }

    // ---------------------------------------------------------------------------------------------------------- views

    /// @inheritdoc IEscrow
    function orderOf(uint256 orderId) external view returns (Order memory) {
        return _known(orderId);
    }

    /// @inheritdoc IEscrow
    function offerOf(uint256 orderId, address by) external view returns (Offer memory) {
        return _offers[orderId][by];
    }

    /// @inheritdoc IEscrow
    function depositFor(uint256 orderId) external view returns (uint256 bond, uint256 arbiterFee) {
        Order storage order = _known(orderId);
        return (order.bond, _arbiterFee(order));
    }

    // -------------------------------------------------------------------------------------------------------- closing

    /// @dev The only way into a terminal state, and the only place that divides the amount (INV-TERMINAL: every caller
    /// has checked that the order is open). External calls, if any, come after it.
    function _close(uint256 orderId, Order storage order, uint16 buyerBps) private {
        State state = State.Split;
        if (buyerBps == 0) state = State.Released;
        else if (buyerBps == Settlement.BPS) state = State.Refunded;
        order.state = state;
        order.buyerBps = buyerBps;

        (uint256 toBuyer, uint256 toSeller, uint256 fee) = Settlement.split(order.amount, buyerBps, order.feeBps);
        address currency = order.currency;
        _credit(orderId, order.buyer, currency, toBuyer);
        _credit(orderId, _payoutOf(order.seller), currency, toSeller - fee);
        _credit(orderId, feeRecipient, currency, fee);
        emit OrderClosed(orderId, state, toBuyer, toSeller, fee);
    }

    /// @dev Never reverts for what the rewards contract does. Too little gas does revert, so that nobody defers a buyer's
    /// rewards by starving the call, and gas estimates come out right. {IRewardsProgram.settle} can be called later.
    function _settleRewards(uint256 orderId, Order storage order) private {
        if (order.earnBps == 0 && order.rewardAmount == 0) return;
        uint256 needed = CappedCall.gasNeeded(REWARDS_GAS);
        if (gasleft() < needed) revert NotEnoughGas(needed, gasleft());
        bytes memory settle = abi.encodeCall(IRewardsProgram.settle, (orderId));
        if (!CappedCall.tryCall(address(rewards), 0, REWARDS_GAS, settle)) emit RewardsDeferred(orderId);
    }

    /// @dev Gives each side back what it posted; called before {_close}, without a ruling.
    function _returnDeposits(uint256 orderId, Order storage order) private {
        if (order.state < State.Disputed) return;
        uint256 deposit = order.bond + _arbiterFee(order);
        bool both = order.state != State.Disputed;
        if (both || order.opener == order.buyer) _credit(orderId, order.buyer, order.currency, deposit);
        if (both || order.opener == order.seller) {
            _credit(orderId, _payoutOf(order.seller), order.currency, deposit);
        }
    }

    // -------------------------------------------------------------------------------------------------------- arbiters

    /// @param missedBy Who let the deadline pass; 0 where the order's arbiter was not free to begin with.
    function _fallBack(uint256 orderId, Order storage order, address missedBy) private {
        address[3] memory excluded = [order.buyer, order.seller, order.arbiter];
        address next = arbiters.openFallbackCase(orderId, excluded, order.currency, order.amount);
        uint64 deadlineSec = uint64(block.timestamp) + FALLBACK_SEC;
        order.state = State.Fallback;
        order.fallbackArbiter = next;
        order.deadlineSec = deadlineSec;
        emit DisputeEscalated(orderId, missedBy, next, deadlineSec);
    }

    /// @dev Credits the parties half each of what the case's arbiter loses; the buyer gets the odd unit.
    function _slash(uint256 orderId, Order storage order) private {
        address currency = order.currency;
        uint256 before = _balanceOf(currency);
        arbiters.slashCase(orderId);
        uint256 received = _balanceOf(currency) - before;
        owed[currency] += received;
        _credit(orderId, order.buyer, currency, received - received / 2);
        _credit(orderId, _payoutOf(order.seller), currency, received / 2);
    }

    function _takeDeposit(Order storage order) private returns (uint256 arbiterFee) {
        arbiterFee = _arbiterFee(order);
        uint256 deposit = order.bond + arbiterFee;
        if (order.currency == CMT && msg.value != deposit) revert WrongBond(deposit, msg.value);
        _collect(order.currency, msg.sender, deposit);
    }

    function _setFee(uint16 feeBps_) private {
        if (feeBps_ > MAX_FEE_BPS) revert FeeTooHigh(feeBps_, MAX_FEE_BPS);
        feeBps = feeBps_;
        emit FeeChanged(feeBps_);
    }

    function _setFeeRecipient(address feeRecipient_) private {
        if (feeRecipient_ == address(0)) revert ZeroAddress();
        feeRecipient = feeRecipient_;
        emit FeeRecipientChanged(feeRecipient_);
    }

    // --------------------------------------------------------------------------------------------------------- checks

    function _known(uint256 orderId) private view returns (Order storage order) {
        order = _orders[orderId];
        if (order.state == State.None) revert UnknownOrder(orderId);
    }

    function _in(uint256 orderId, State state) private view returns (Order storage order) {
        order = _known(orderId);
        if (order.state != state) revert WrongState(orderId, order.state);
    }

    function _undisputed(uint256 orderId) private view returns (Order storage order) {
        order = _known(orderId);
        if (order.state > State.Shipped) revert WrongState(orderId, order.state);
    }

    function _open(uint256 orderId) private view returns (Order storage order) {
        order = _known(orderId);
        if (order.state > State.Fallback) revert WrongState(orderId, order.state);
    }

    function _only(uint256 orderId, address account) private view {
        if (msg.sender != account) revert NotAuthorised(orderId, msg.sender);
    }

    function _onlyParty(uint256 orderId, Order storage order) private view {
        if (msg.sender != order.buyer && msg.sender != order.seller) revert NotAuthorised(orderId, msg.sender);
    }

    function _notBefore(uint64 notBeforeSec) private view {
        if (block.timestamp < notBeforeSec) revert TooEarly(notBeforeSec, block.timestamp);
    }

    function _notAfter(uint64 deadlineSec) private view {
        if (block.timestamp > deadlineSec) revert TooLate(deadlineSec, block.timestamp);
    }

    /// @dev Whether the registry holds an arbiter's bond for this order.
    function _hasCase(Order storage order) private view returns (bool) {
        return order.state == State.Ruling || (order.state == State.Fallback && order.fallbackArbiter != address(0));
    }

    function _otherParty(Order storage order, address party) private view returns (address) {
        return party == order.buyer ? order.seller : order.buyer;
    }

    function _arbiterFee(Order storage order) private view returns (uint256) {
        return Settlement.arbiterFeeOf(order.amount, order.arbiterFeeBps);
    }

    function _payoutOf(address seller) private view returns (address payout) {
        payout = merchants.merchantOf(seller).payout;
        if (payout == address(0)) payout = seller;
    }

    function _emitFunded(uint256 orderId, Order storage order) private {
        emit OrderFunded(
            orderId,
            order.buyer,
            order.seller,
            order.currency,
            order.amount,
            order.arbiter,
            order.shipDeadlineSec,
            order.releaseSec,
            order.feeBps
        );
    }
}
