// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ICheckout} from "../interfaces/ICheckout.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IListings} from "../interfaces/IListings.sol";
import {IMerchantRegistry} from "../interfaces/IMerchantRegistry.sol";
import {IRewardsProgram} from "../interfaces/IRewardsProgram.sol";

/// @title Turns listings and signed intents into escrow orders; holds no money between transactions.
/// @notice constructor(escrow, listings, merchants, rewards). It has no owner.
/// INV-ONCE: keccak256(merchant, id) is paid at most once, and only by an intent that one of the merchant's current
/// gateway signers signed, so nobody can burn another merchant's id.
/// For each order the sequence is IRewardsProgram.redeem (if tokens are used), IEscrow.open, IRewardsProgram.pledge.
/// Trusted: Escrow, Listings, MerchantRegistry, RewardsProgram; tokens are called by Escrow alone.
contract Checkout is ICheckout, EIP712, ReentrancyGuardTransient {
    address private constant CMT = address(0);

    bytes32 private constant INTENT_TYPEHASH = keccak256(
        "Intent(address merchant,bytes32 id,address currency,uint256 amount,uint16 feeCapBps,address arbiter,"
        "uint32 shipBySec,uint32 releaseSec,uint64 deadlineSec,address refundTo,address payer)"
    );

    /// @inheritdoc ICheckout
    uint64 public constant MAX_INTENT_SEC = 90 days;
    /// @inheritdoc ICheckout
    /// @dev An order costs about 300_000 gas, so a full cart fits a 16_777_216 gas transaction (EIP-7825).
    uint256 public constant MAX_ORDERS = 20;

    IEscrow public immutable escrow;
    IListings public immutable listings;
    IMerchantRegistry public immutable merchants;
    IRewardsProgram public immutable rewards;

    /// @inheritdoc ICheckout
    mapping(bytes32 paymentKey => uint256 orderId) public orderOfPayment;

    constructor(
        IEscrow escrow_,
        IListings listings_,
        IMerchantRegistry merchants_,
        IRewardsProgram rewards_
    ) EIP712("CyberMiles Checkout", "1") {
        escrow = escrow_;
        listings = listings_;
        merchants = merchants_;
        rewards = rewards_;
    }

    /// @inheritdoc ICheckout
    function pay(
        ListingOrder[] calldata orders,
        SignedIntent[] calldata intents
    ) external payable nonReentrant returns (uint256[] memory orderIds) {
        uint256 count = orders.length + intents.length;
        if (count == 0) revert NothingToPay();
        if (count > MAX_ORDERS) revert TooManyOrders(count, MAX_ORDERS);

        orderIds = new uint256[](count);
        uint256 spent;
        uint256 orderId;
        for (uint256 i; i < orders.length; ++i) {
            (orderId, spent) = _payListings(orders[i], spent);
            orderIds[i] = orderId;
        }
        for (uint256 i; i < intents.length; ++i) {
            SignedIntent calldata signed = intents[i];
            _claim(signed.intent, signed.signature);
            (orderId, spent) = _payClaimed(signed.intent, msg.sender, signed.rewardAmount, spent);
            orderIds[orders.length + i] = orderId;
        }
        if (spent != msg.value) revert WrongAmount(spent, msg.value);
    }

    /// @inheritdoc ICheckout
    function payFor(
        Intent calldata intent,
        bytes calldata signature
    ) external payable nonReentrant returns (uint256 orderId) {
        _claim(intent, signature);
        uint256 spent;
        (orderId, spent) = _payClaimed(intent, intent.refundTo, 0, 0);
        if (spent != msg.value) revert WrongAmount(spent, msg.value);
    }

    /// @inheritdoc ICheckout
    function paymentKeyOf(address merchant, bytes32 id) public pure returns (bytes32) {
        return keccak256(abi.encode(merchant, id));
    }

    /// @inheritdoc ICheckout
    function intentDigest(Intent calldata intent) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(INTENT_TYPEHASH, intent)));
    }

    /// @inheritdoc ICheckout
    function isValidIntentSignature(Intent calldata intent, bytes calldata signature) public view returns (bool) {
        (address signer, ECDSA.RecoverError fault, ) = ECDSA.tryRecoverCalldata(intentDigest(intent), signature);
        return fault == ECDSA.RecoverError.NoError && merchants.isCurrentSigner(intent.merchant, signer);
    }

    function _payListings(ListingOrder calldata order, uint256 spent) private returns (uint256, uint256) {
        if (order.lines.length == 0) revert NothingToPay();
        IEscrow.OpenParams memory params;
        params.buyer = msg.sender;
        params.payer = msg.sender;
        params.rewardAmount = order.rewardAmount;
        uint256[] memory unitPrices = _takeLines(order.lines, params);
        (uint256 orderId, uint256 discount, uint256 spentNow) = _open(params, spent);

        for (uint256 i; i < unitPrices.length; ++i) {
            emit ListingPaid(orderId, order.lines[i].listingId, order.lines[i].quantity, unitPrices[i]);
        }
        emit OrderPaid(orderId, msg.sender, params.seller, discount, order.noteHash);
        return (orderId, spentNow);
    }

    /// @dev Takes the stock and fills in what all lines must share, and the sum of their prices.
    function _takeLines(
        Line[] calldata lines,
        IEscrow.OpenParams memory params
    ) private returns (uint256[] memory unitPrices) {
        unitPrices = new uint256[](lines.length);
        for (uint256 i; i < lines.length; ++i) {
            Line calldata line = lines[i];
            IListings.Listing memory listing = listings.take(line.listingId, line.quantity, line.termsHash);
            IListings.Terms memory terms = listing.terms;
            if (i == 0) {
                params.seller = listing.seller;
                params.currency = terms.currency;
                params.arbiter = terms.arbiter;
                params.shipBySec = terms.shipBySec;
                params.releaseSec = terms.releaseSec;
            } else if (
                params.seller != listing.seller ||
                params.currency != terms.currency ||
                params.arbiter != terms.arbiter ||
                params.shipBySec != terms.shipBySec ||
                params.releaseSec != terms.releaseSec
            ) {
                revert LinesDisagree(line.listingId);
            }
            unitPrices[i] = terms.price;
            params.amount += terms.price * line.quantity; // below 2^128 * 2^64
        }
    }

    /// @dev INV-ONCE: marks the payment before any call that could come back here; Escrow numbers orders in sequence.
    function _claim(Intent calldata intent, bytes calldata signature) private {
        bytes32 key = paymentKeyOf(intent.merchant, intent.id);
        if (orderOfPayment[key] != 0) revert AlreadyPaid(key);
        _checkIntent(intent);
        if (!isValidIntentSignature(intent, signature)) revert NotASigner(intent.merchant);
        orderOfPayment[key] = escrow.orderCount() + 1;
    }

    function _payClaimed(
        Intent calldata intent,
        address buyer,
        uint256 rewardAmount,
        uint256 spent
    ) private returns (uint256, uint256) {
        IEscrow.OpenParams memory params = _paramsOf(intent, buyer, rewardAmount);
        (uint256 orderId, uint256 discount, uint256 spentNow) = _open(params, spent);
        bytes32 key = paymentKeyOf(intent.merchant, intent.id);
        assert(orderId == orderOfPayment[key]);
        emit IntentPaid(key, orderId, intent.merchant, intent.id, msg.sender, params.amount, discount);
        return (orderId, spentNow);
    }

    function _paramsOf(
        Intent calldata intent,
        address buyer,
        uint256 rewardAmount
    ) private view returns (IEscrow.OpenParams memory) {
        return
            IEscrow.OpenParams({
                buyer: buyer,
                seller: intent.merchant,
                currency: intent.currency,
                arbiter: intent.arbiter,
                payer: msg.sender,
                shipBySec: intent.shipBySec,
                releaseSec: intent.releaseSec,
                amount: intent.amount,
                rewardAmount: rewardAmount
            });
    }

    function _checkIntent(Intent calldata intent) private view {
        if (block.timestamp > intent.deadlineSec) revert IntentExpired(intent.deadlineSec, block.timestamp);
        uint256 latestSec = block.timestamp + MAX_INTENT_SEC;
        if (intent.deadlineSec > latestSec) revert DeadlineTooFar(intent.deadlineSec, latestSec);
        if (intent.amount == 0) revert ZeroAmount();
        if (intent.refundTo == address(0)) revert ZeroRefundAddress();
        if (intent.payer != address(0) && intent.payer != msg.sender) revert WrongPayer(intent.payer, msg.sender);
        uint16 feeBps = escrow.feeBps();
        if (feeBps > intent.feeCapBps) revert FeeAboveCap(feeBps, intent.feeCapBps);
    }

    /// @dev Redeems, escrows and pledges one order. Takes the discount off params.amount. `spent` and `spentNow` are the CMT used so far in this call.
    function _open(
        IEscrow.OpenParams memory params,
        uint256 spent
    ) private returns (uint256 orderId, uint256 discount, uint256 spentNow) {
        if (params.rewardAmount != 0) {
            discount = rewards.redeem(params.seller, params.buyer, params.currency, params.amount, params.rewardAmount);
            params.amount -= discount;
        }
        uint256 value;
        if (params.currency == CMT) value = params.amount;
        spentNow = spent + value;
        if (spentNow > msg.value) revert WrongAmount(spentNow, msg.value);
        orderId = escrow.open{value: value}(params);
        rewards.pledge(orderId);
    }
}
