// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Holds an order's money until the buyer has the goods (INV-ESCROW-SOLVENT, INV-TERMINAL, INV-NOT-STUCK).
/// @notice Pull payments. Amounts in the smallest unit of the order's currency; address(0) is CMT.
interface IEscrow {
    enum State {
        None,
        Funded, // paid; the seller ships before shipDeadlineSec
        Shipped, // the buyer confirms, disputes, or it releases after releaseAtSec
        Disputed, // opener bonded; the other side answers before answerDeadlineSec
        Ruling, // both bonded; the arbiter rules before rulingDeadlineSec
        Fallback, // the fallback arbiter rules before rulingDeadlineSec, else anyone closes half and half
        Released, // terminal: all to the seller
        Refunded, // terminal: all to the buyer
        Split // terminal: by ruling, settlement or silence
    }

    /// @dev Fields are grouped into storage slots: opening an order writes five. Bps are of 10_000.
    struct Order {
        address buyer;
        uint64 shipDeadlineSec; // the seller ships up to and including this second
        uint32 releaseSec;
        // ---
        address seller;
        uint64 fundedAtSec;
        uint16 feeBps; // platform fee, locked at payment
        uint16 earnBps; // reward rate, locked at payment
        // ---
        address currency;
        uint64 shippedAtSec;
        uint16 arbiterFeeBps; // locked at payment
        uint16 buyerBps; // terminal: share of amount that went to the buyer
        // ---
        address arbiter;
        uint64 releaseAtSec; // from this second on anyone releases and nobody disputes
        State state;
        // ---
        address fallbackArbiter; // 0 until assigned
        uint64 deadlineSec; // Disputed: answer by; Ruling, Fallback: rule by (inclusive)
        // ---
        address opener; // who opened the dispute
        // ---
        uint128 amount; // escrowed
        uint128 bond; // each side's dispute bond, locked at payment
        // ---
        uint256 rewardAmount; // merchant tokens redeemed for this order
    }

    struct OpenParams {
        address buyer;
        address seller;
        address currency;
        address arbiter;
        address payer; // whose ERC-20 Escrow pulls; the allowance is given to Escrow
        uint32 shipBySec;
        uint32 releaseSec;
        uint256 amount;
        uint256 rewardAmount;
    }

    struct Offer {
        address by;
        uint16 buyerBps; // share of the amount that the buyer would get
    }

    event OrderFunded(
        uint256 indexed orderId,
        address indexed buyer,
        address indexed seller,
        address currency,
        uint256 amount,
        address arbiter,
        uint64 shipDeadlineSec,
        uint32 releaseSec,
        uint16 feeBps
    );
    event OrderShipped(uint256 indexed orderId, bytes32 trackingHash, uint64 releaseAtSec);
    event OrderDisputed(
        uint256 indexed orderId,
        address indexed opener,
        bytes32 reasonHash,
        uint256 bond,
        uint256 arbiterFee,
        uint64 answerDeadlineSec
    );
    event DisputeAnswered(
        uint256 indexed orderId,
        address indexed by,
        address indexed arbiter,
        uint64 rulingDeadlineSec
    );
    event EvidenceAdded(uint256 indexed orderId, address indexed by, bytes32 evidenceHash);
    event OfferMade(uint256 indexed orderId, address indexed by, uint16 buyerBps);
    event OfferWithdrawn(uint256 indexed orderId, address indexed by);
    /// @param missedBy The arbiter that let its deadline pass; 0 where it was not free to take the case.
    /// @param fallbackArbiter 0 where nobody in the pool is free; anyone closes after the deadline.
    event DisputeEscalated(
        uint256 indexed orderId,
        address indexed missedBy,
        address indexed fallbackArbiter,
        uint64 rulingDeadlineSec
    );
    event OrderRuled(uint256 indexed orderId, address indexed by, uint16 buyerBps, bytes32 reasonHash);
    /// @notice Every terminal transition. `sellerAmount` is before `fee`.
    event OrderClosed(uint256 indexed orderId, State state, uint256 buyerAmount, uint256 sellerAmount, uint256 fee);
    event Credited(address indexed account, address indexed currency, uint256 amount, uint256 indexed orderId);
    event Withdrawn(address indexed account, address indexed currency, uint256 amount, address to);
    event FeeChanged(uint16 feeBps);
    event FeeRecipientChanged(address feeRecipient);
    /// @notice The rewards call failed or ran out of its gas; IRewardsProgram.settle can be called later by anyone.
    event RewardsDeferred(uint256 indexed orderId);

    error UnknownOrder(uint256 orderId);
    error WrongState(uint256 orderId, State state);
    error NotAuthorised(uint256 orderId, address caller);
    error TooEarly(uint64 notBeforeSec, uint256 nowSec);
    error TooLate(uint64 deadlineSec, uint256 nowSec);
    error WrongBond(uint256 expected, uint256 received);
    error InvalidShare(uint16 bps);
    error NoSuchOffer(uint256 orderId);
    error OfferChanged(uint16 expected, uint16 actual);
    error FeeTooHigh(uint16 feeBps, uint16 maxBps);
    error TokenTakesFees(address currency, uint256 expected, uint256 received);
    error PartyIsArbiter(address arbiter);
    error BuyerIsSeller(address account);
    error NothingToWithdraw(address account, address currency);
    error TransferFailed(address to, uint256 amount);
    error OnlyCheckout(address caller);
    error UnexpectedValue(uint256 value);
    error ZeroAddress();
    error ZeroAmount();
    error AmountTooHigh(uint256 amount, uint256 max);
    error ArbiterNotActive(address arbiter);
    /// @notice Closing an order with rewards needs this much gas left, or the estimate would starve the rewards call.
    error NotEnoughGas(uint256 needed, uint256 left);

    function open(OpenParams calldata params) external payable returns (uint256 orderId);
    function ship(uint256 orderId, bytes32 trackingHash) external; // seller, Funded, in time
    function confirm(uint256 orderId) external; // buyer, Funded or Shipped
    function release(uint256 orderId) external; // anyone, Shipped, after releaseAtSec
    function refundUnshipped(uint256 orderId) external; // anyone, Funded, after shipDeadlineSec
    function cancel(uint256 orderId) external; // seller gives all back, Funded or Shipped
    function dispute(uint256 orderId, bytes32 reasonHash) external payable; // buyer, Shipped, before release; posts deposit
    function answer(uint256 orderId, bytes32 reasonHash) external payable; // the other side, same deposit
    function closeSilent(uint256 orderId) external; // anyone, Disputed, after the answer deadline: opener wins
    function addEvidence(uint256 orderId, bytes32 evidenceHash) external; // parties, Disputed..Fallback
    function offer(uint256 orderId, uint16 buyerBps) external; // parties, any open state
    function withdrawOffer(uint256 orderId) external;
    function acceptOffer(uint256 orderId, uint16 buyerBps) external; // the other side; bonds go back
    function rule(uint256 orderId, uint16 buyerBps, bytes32 reasonHash) external; // arbiter or fallback, in time
    function escalate(uint256 orderId) external; // anyone, Ruling, after the deadline: slashes, names the fallback
    function closeUnruled(uint256 orderId) external; // anyone, Fallback after its deadline: half each, bonds back

    /// @notice Pays `account` what it is owed. Anyone may call; the money only goes to `account`.
    function withdraw(address account, address currency) external returns (uint256 amount);
    /// @notice Pays the caller's money to another address.
    function withdrawTo(address currency, address to) external returns (uint256 amount);

    function setFee(uint16 feeBps) external;
    function setFeeRecipient(address feeRecipient) external;

    function orderOf(uint256 orderId) external view returns (Order memory);
    function offerOf(uint256 orderId, address by) external view returns (Offer memory);
    function withdrawableOf(address account, address currency) external view returns (uint256);
    /// @return bond max(5% of the order, the currency's floor). @return arbiterFee what the loser pays the arbiter.
    function depositFor(uint256 orderId) external view returns (uint256 bond, uint256 arbiterFee);
    /// @return Everything this contract owes in `currency`: open orders, bonds and withdrawable credits.
    function owed(address currency) external view returns (uint256);
    function orderCount() external view returns (uint256);
    function feeBps() external view returns (uint16);
    function MAX_FEE_BPS() external view returns (uint16);
}
