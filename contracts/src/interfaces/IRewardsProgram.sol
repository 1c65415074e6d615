// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev Gas that Escrow gives {IRewardsProgram-settle} when it closes an order, in gas units. The worst case (a first
/// payback and returned tokens, all storage cold) is measured by test/RewardsProgram.t.sol and stays below two thirds.
uint256 constant REWARDS_SETTLE_GAS = 200_000;

/// @title Merchants' reward programmes (INV-REWARD-CAP).
/// @notice One programme a merchant. A rate is the discount, in the smallest unit of the programme's currency, that
/// 1e18 units (one token) redeem for. Rounding always favours the merchant's solvency (down).
interface IRewardsProgram {
    struct Program {
        address token;
        address currency; // discounts apply to orders in this currency
        uint16 earnBps; // payback, of the part paid with money
        uint256 rate; // discount per 1e18 token
        uint256 nextRate; // a worse rate that is announced; 0 = none
        uint64 nextRateAtSec;
        uint128 orderCap; // most tokens one order may earn, 1e-18 token; type(uint128).max = no cap
        uint128 supplyCap; // most tokens outstanding (issued, held and pledged), 1e-18 token
    }

    struct Liability {
        uint256 issued; // tokens in holders' hands
        uint256 held; // tokens redeemed in orders still open: burnt or given back
        uint256 pledged; // payback of open orders, not vested yet
        uint256 value; // (issued + held + pledged) at the current rate, in `currency`
    }

    event ProgramCreated(
        address indexed merchant,
        address indexed token,
        address currency,
        uint16 earnBps,
        uint256 rate
    );
    event EarnRateChanged(address indexed merchant, uint16 earnBps);
    event CapsChanged(address indexed merchant, uint128 orderCap, uint128 supplyCap);
    event RateImproved(address indexed merchant, uint256 rate);
    event RateCutAnnounced(address indexed merchant, uint256 nextRate, uint64 atSec);
    event RateCutCancelled(address indexed merchant);
    event RewardsRedeemed(
        uint256 indexed orderId,
        address indexed merchant,
        address indexed buyer,
        uint256 tokens,
        uint256 discount
    );
    event RewardsPledged(uint256 indexed orderId, address indexed merchant, address indexed buyer, uint256 tokens);
    event RewardsVested(uint256 indexed orderId, address indexed merchant, address indexed buyer, uint256 tokens);
    event RewardsReturned(uint256 indexed orderId, address indexed merchant, address indexed buyer, uint256 tokens);

    error NoProgram(address merchant);
    error ProgramExists(address merchant);
    error EarnRateTooHigh(uint16 earnBps, uint16 maxBps);
    error ZeroRate();
    error RateTooHigh(uint256 rate, uint256 max);
    error BadText(uint256 bytesLength, uint256 maxBytes);
    error NoRateCut(address merchant);
    error RateNotBetter(uint256 rate, uint256 current);
    error RateNotWorse(uint256 rate, uint256 current);
    error WrongCurrency(address expected, address actual);
    error DiscountTooHigh(uint256 discount, uint256 amount);
    error NothingRedeemed(uint256 tokens);
    error RedemptionNotBound(address merchant, address buyer, uint256 tokens);
    error OnlyCheckout(address caller);
    error AlreadySettled(uint256 orderId);
    error NotClosed(uint256 orderId);
    error AlreadyPledged(uint256 orderId);

    function create(
        string calldata name,
        string calldata symbol,
        address currency,
        uint16 earnBps,
        uint256 rate
    ) external returns (address token);
    function setEarnRate(uint16 earnBps) external; // for later orders only

    /// @notice Limits payback of later orders: per order and in total. Lowering a cap takes nothing back.
    function setCaps(uint128 orderCap, uint128 supplyCap) external;
    function improveRate(uint256 rate) external; // at once; takes back an announced cut
    function announceRateCut(uint256 nextRate) external; // takes effect after NOTICE_SEC (30 days)
    function cancelRateCut() external;

    /// @notice Takes `tokens` from `buyer` for an order that is about to be opened. Only Checkout.
    /// @return discount In `currency`; always below `amount`, so that something is escrowed.
    function redeem(
        address merchant,
        address buyer,
        address currency,
        uint256 amount,
        uint256 tokens
    ) external returns (uint256 discount);

    /// @notice Binds redeemed tokens to the opened order and pledges its payback. Only Checkout.
    function pledge(uint256 orderId) external;

    /// @notice Settles a closed order: vests the payback of the part the seller got, gives redeemed tokens back for the
    /// part the buyer got, burns the rest. Called by Escrow with capped gas; anyone may call it later. A second call
    /// reverts with {AlreadySettled}; an order without rewards has nothing to settle and returns.
    function settle(uint256 orderId) external;

    function programOf(address merchant) external view returns (Program memory);
    function rateOf(address merchant) external view returns (uint256); // in force now
    /// @return Payback of an order in `currency`; 0 where the merchant has no programme in it.
    function earnBpsOf(address merchant, address currency) external view returns (uint16);
    function quote(address merchant, uint256 tokens) external view returns (uint256 discount);
    function liabilityOf(address merchant) external view returns (Liability memory);
    /// @return True where nothing is left to settle, also for an order without rewards.
    function isSettled(uint256 orderId) external view returns (bool);
    /// @return held Tokens redeemed for the order. @return pledged Tokens it will earn if the seller gets all.
    function rewardsOf(uint256 orderId) external view returns (uint256 held, uint256 pledged);
    function NOTICE_SEC() external view returns (uint32);
    function MAX_EARN_BPS() external view returns (uint16);
}
