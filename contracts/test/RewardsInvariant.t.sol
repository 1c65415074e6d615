// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MerchantToken} from "../src/rewards/MerchantToken.sol";
import {RewardsProgram} from "../src/rewards/RewardsProgram.sol";
import {CurrencyList} from "../src/commerce/CurrencyList.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {OrderBook} from "./support/OrderBook.sol";
import {Test} from "./support/Test.sol";

/// @title Everything that merchant, buyers and passers-by can do to one programme, in any order.
/// @dev Keeps its own account beside the programme's: what every order may pay back at most, and the rate's promises.
contract RewardsActor is Test {
    struct Paid {
        address buyer;
        uint256 money; // escrowed
        uint256 tokens; // redeemed
        uint256 rate; // in force at payment
        uint16 earnBps;
        bool closed;
        bool settled;
    }

    address private constant CMT = address(0);
    OrderBook public immutable orders;
    RewardsProgram public immutable program;
    MerchantToken public immutable token;
    address[3] public buyers;
    Paid[] public paid;
    uint256 public heldTokens; // by orders not settled yet
    uint256 public lowestPromisedRate; // the rate that holders can count on now
    bool public brokeTheCap;
    bool public brokeAReturn;
    uint256 private _cutRate;
    uint256 private _cutAtSec;

    constructor() {
        buyers = [makeAddr("ann"), makeAddr("bea"), makeAddr("cleo")];
        orders = new OrderBook();
        program = new RewardsProgram(IEscrow(address(orders)), address(this), new CurrencyList(address(this), 1));
        token = MerchantToken(program.create("Tea house points", "TEA", CMT, 500, 0.01 ether));
        lowestPromisedRate = 0.01 ether;
    }

    function pay(uint256 who, uint256 price, uint256 tokens) external {
        address buyer = buyers[who % 3];
        price = bound(price, 1, 1e30);
        tokens = bound(tokens, 0, token.balanceOf(buyer));
        uint256 quote = program.quote(address(this), tokens);
        if (quote == 0 || quote >= price) tokens = 0;
        uint256 discount = program.redeem(address(this), buyer, CMT, price, tokens);
        uint256 orderId = orders.open(buyer, address(this), CMT, uint128(price - discount), tokens);
        program.pledge(orderId);
        paid.push(
            Paid({
                buyer: buyer,
                money: price - discount,
                tokens: tokens,
                rate: program.rateOf(address(this)),
                earnBps: program.earnBpsOf(address(this), CMT),
                closed: false,
                settled: false
            })
        );
        heldTokens += tokens;
    }

    function close(uint256 which, uint256 outcome, uint256 buyerBps) external {
        if (paid.length == 0) return;
        uint256 index = which % paid.length;
        if (paid[index].closed) return;
        uint16 bps = uint16(bound(buyerBps, 1, 9999));
        if (outcome % 3 == 0) orders.close(index + 1, IEscrow.State.Released, 0);
        else if (outcome % 3 == 1) orders.close(index + 1, IEscrow.State.Refunded, 10_000);
        else orders.close(index + 1, IEscrow.State.Split, bps);
        paid[index].closed = true;
    }

    function settle(uint256 which) external {
        if (paid.length == 0) return;
        uint256 index = which % paid.length;
        Paid storage order = paid[index];
        if (!order.closed || order.settled || program.isSettled(index + 1)) return;
        uint256 before = token.balanceOf(order.buyer);
        program.settle(index + 1);
        order.settled = true;
        heldTokens -= order.tokens;
        _check(order, orders.orderOf(index + 1), token.balanceOf(order.buyer) - before);
    }

    function give(uint256 from, uint256 to, uint256 amount) external {
        address holder = buyers[from % 3];
        amount = bound(amount, 0, token.balanceOf(holder));
        vm.prank(holder);
        token.transfer(buyers[to % 3], amount);
    }

    function setEarnRate(uint256 earnBps) external {
        program.setEarnRate(uint16(bound(earnBps, 0, 5000)));
    }

    function setCaps(uint256 orderCap, uint256 supplyCap) external {
        program.setCaps(uint128(bound(orderCap, 0, 1e30)), uint128(bound(supplyCap, 0, 1e33)));
    }

    function improveRate(uint256 by) external {
        uint256 rate = program.rateOf(address(this));
        if (rate > 1e24) return;
        rate += bound(by, 1, rate);
        program.improveRate(rate);
        lowestPromisedRate = rate;
        _cutAtSec = 0;
    }

    function announceRateCut(uint256 to) external {
        uint256 rate = program.rateOf(address(this));
        if (rate == 1) return;
        _cutRate = bound(to, 1, rate - 1);
        _cutAtSec = block.timestamp + 30 days;
        program.announceRateCut(_cutRate);
    }

    function wait(uint256 sec) external {
        vm.warp(block.timestamp + bound(sec, 1, 20 days));
        if (_cutAtSec != 0 && block.timestamp >= _cutAtSec) {
            lowestPromisedRate = _cutRate;
            _cutAtSec = 0;
        }
    }

    /// @dev What came in is returned tokens plus payback; the payback's worth is held against the earn rate.
    function _check(Paid memory order, IEscrow.Order memory closed, uint256 received) private {
        uint256 buyerBps = closed.state == IEscrow.State.Released ? 0 : closed.buyerBps;
        uint256 returned = (order.tokens * buyerBps) / 10_000;
        if (received < returned) brokeAReturn = true;
        uint256 worth = ((received - returned) * order.rate) / 1e18;
        if (worth * 1e8 > order.money * (10_000 - buyerBps) * order.earnBps) brokeTheCap = true;
    }
}

/// @title INV-REWARD-CAP: payback never exceeds the earn rate on the part paid with money; the redemption rate falls
/// only after 30 days' notice; redeemed tokens come back pro rata; the liability read is the liability owed.
contract RewardsInvariantTest is Test {
    RewardsActor private _actor;
    RewardsProgram private _program;
    MerchantToken private _token;

    function setUp() public {
        _actor = new RewardsActor();
        _program = _actor.program();
        _token = _actor.token();
        targetContract(address(_actor));
        bytes4[] memory actions = new bytes4[](9);
        actions[0] = RewardsActor.pay.selector;
        actions[1] = RewardsActor.close.selector;
        actions[2] = RewardsActor.settle.selector;
        actions[3] = RewardsActor.give.selector;
        actions[4] = RewardsActor.setEarnRate.selector;
        actions[5] = RewardsActor.setCaps.selector;
        actions[6] = RewardsActor.improveRate.selector;
        actions[7] = RewardsActor.announceRateCut.selector;
        actions[8] = RewardsActor.wait.selector;
        targetSelector(FuzzSelector({addr: address(_actor), selectors: actions}));
    }

    function invariant_INV_REWARD_CAP_PaybackWithinEarnRate() public view {
        assertTrue(!_actor.brokeTheCap(), "INV-REWARD-CAP: payback above the earn rate");
    }

    function invariant_INV_REWARD_CAP_RedeemedTokensReturnProRata() public view {
        assertTrue(!_actor.brokeAReturn(), "INV-REWARD-CAP: a refund kept redeemed tokens");
    }

    function invariant_INV_REWARD_CAP_RateFallsOnlyWithNotice() public view {
        assertEq(_program.rateOf(address(_actor)), _actor.lowestPromisedRate(), "INV-REWARD-CAP: rate");
    }

    function invariant_INV_REWARD_CAP_LiabilityIsWhatIsOwed() public view {
        RewardsProgram.Liability memory liability = _program.liabilityOf(address(_actor));
        assertEq(liability.held, _actor.heldTokens(), "held by open orders");
        assertEq(_token.balanceOf(address(_program)), liability.held, "held tokens are there");
        uint256 inHands;
        for (uint256 i = 0; i < 3; ++i) inHands += _token.balanceOf(_actor.buyers(i));
        assertEq(liability.issued, inHands, "issued tokens are in holders' hands");
    }
}
