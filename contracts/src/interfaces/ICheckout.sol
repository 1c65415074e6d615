// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The till: pays one or many sellers in one transaction into {IEscrow}.
/// @notice Amounts are in the smallest unit of their currency; address(0) is CMT. Exact amount or revert; a payment
/// key is paid at most once (INV-ONCE).
interface ICheckout {
    struct Line {
        uint256 listingId;
        uint64 quantity;
        bytes32 termsHash; // as returned by IListings.termsHashOf when the buyer looked
    }

    /// @dev One escrow order. All lines share seller, currency, arbiter and windows, else {LinesDisagree}.
    struct ListingOrder {
        Line[] lines;
        uint256 rewardAmount; // merchant tokens to redeem as a discount, 1e-18 token
        bytes32 noteHash; // commits to the encrypted order note (shipping address)
    }

    /// @dev Signed off chain (EIP-712) by a current gateway signer of `merchant`.
    struct Intent {
        address merchant;
        bytes32 id; // unique per merchant; the payment key is keccak256(abi.encode(merchant, id))
        address currency;
        uint256 amount;
        uint16 feeCapBps; // the platform fee may not exceed this
        address arbiter;
        uint32 shipBySec;
        uint32 releaseSec;
        uint64 deadlineSec; // payable up to and including this second
        address refundTo; // gets refunds and overpayments of a deposit; buyer of record on that rail
        address payer; // only this account may pay, unless address(0)
    }

    struct SignedIntent {
        Intent intent;
        bytes signature;
        uint256 rewardAmount;
    }

    event ListingPaid(uint256 indexed orderId, uint256 indexed listingId, uint64 quantity, uint256 unitPrice);
    event OrderPaid(
        uint256 indexed orderId,
        address indexed buyer,
        address indexed seller,
        uint256 discount,
        bytes32 noteHash
    );
    event IntentPaid(
        bytes32 indexed paymentKey,
        uint256 indexed orderId,
        address indexed merchant,
        bytes32 id,
        address payer,
        uint256 amount,
        uint256 discount
    );

    error NothingToPay();
    error LinesDisagree(uint256 listingId);
    /// @notice CMT only. `expected` counts the orders up to the first one that `received` does not cover.
    error WrongAmount(uint256 expected, uint256 received);
    error AlreadyPaid(bytes32 paymentKey);
    error IntentExpired(uint64 deadlineSec, uint256 nowSec);
    error NotASigner(address merchant);
    error WrongPayer(address expected, address actual);
    error FeeAboveCap(uint16 feeBps, uint16 capBps);
    error ZeroAmount();
    error ZeroRefundAddress();
    error DeadlineTooFar(uint64 deadlineSec, uint256 latestSec);
    error TooManyOrders(uint256 count, uint256 max);

    /// @notice Pays listings and intents together. `msg.value` is the exact CMT total after discounts;
    /// ERC-20 parts are pulled from the caller by Escrow (give the allowance to Escrow). The buyer of record is the caller.
    /// @return orderIds Escrow orders, listing orders first, in the order given.
    function pay(
        ListingOrder[] calldata orders,
        SignedIntent[] calldata intents
    ) external payable returns (uint256[] memory orderIds);

    /// @notice Pays one intent for `intent.refundTo`, who is the buyer of record. Used by deposit addresses.
    function payFor(Intent calldata intent, bytes calldata signature) external payable returns (uint256 orderId);

    function paymentKeyOf(address merchant, bytes32 id) external pure returns (bytes32);
    /// @return orderId 0 while unpaid.
    function orderOfPayment(bytes32 paymentKey) external view returns (uint256 orderId);
    /// @return EIP-712 digest: domain {name "CyberMiles Checkout", version "1", chainId, verifyingContract}.
    function intentDigest(Intent calldata intent) external view returns (bytes32);
    /// @notice True for an ECDSA signature by a signer that is current for `intent.merchant` now.
    function isValidIntentSignature(Intent calldata intent, bytes calldata signature) external view returns (bool);
    /// @notice An intent is payable at most this many seconds before its deadline, so that a deposit is never held longer.
    function MAX_INTENT_SEC() external view returns (uint64);
    function MAX_ORDERS() external view returns (uint256);
}
