// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MerchantToken} from "../src/rewards/MerchantToken.sol";
import {RewardsProgram} from "../src/rewards/RewardsProgram.sol";
import {CurrencyList} from "../src/commerce/CurrencyList.sol";
import {ICurrencyList} from "../src/interfaces/ICurrencyList.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IMerchantToken} from "../src/interfaces/IMerchantToken.sol";
import {IRewardsProgram, REWARDS_SETTLE_GAS} from "../src/interfaces/IRewardsProgram.sol";
import {OrderBook} from "./support/OrderBook.sol";
import {Test} from "./support/Test.sol";

/// @title Rewards, rule by rule. This contract stands where Checkout stands.
contract RewardsProgramTest is Test {
    address private constant CMT = address(0);
    uint16 private constant EARN_BPS = 500;
    uint256 private constant RATE = 0.01 ether; // one token takes 0.01 CMT off

    OrderBook private _orders;
    RewardsProgram private _program;
    MerchantToken private _token;
    address private _merchant;
    address private _buyer;

    function setUp() public {
        _merchant = makeAddr("merchant");
        _buyer = makeAddr("buyer");
        _orders = new OrderBook();
        ICurrencyList currencies = new CurrencyList(address(this), 1);
        _program = new RewardsProgram(IEscrow(address(_orders)), address(this), currencies);
        vm.prank(_merchant);
        _token = MerchantToken(_program.create("Tea house points", "TEA", CMT, EARN_BPS, RATE));
    }

    function test_PaysBackOnRelease() public {
        uint256 orderId = _pay(100 ether, 0);
        assertEq(_token.balanceOf(_buyer), 0, "nothing before release");
        _close(orderId, IEscrow.State.Released, 0);
        // 5% of 100 CMT = 5 CMT = 500 tokens at 0.01 CMT
        assertEq(_token.balanceOf(_buyer), 500 ether, "payback");
        assertTrue(_program.isSettled(orderId), "settled");
    }

    function test_RefundGivesTokensBackAndCancelsPayback() public {
        _earn(500 ether);
        uint256 orderId = _pay(100 ether, 200 ether);
        assertEq(_token.balanceOf(_buyer), 300 ether, "held during the order");
        _close(orderId, IEscrow.State.Refunded, 10_000);
        assertEq(_token.balanceOf(_buyer), 500 ether, "all back, no payback");
        assertEq(_token.totalSupply(), 500 ether, "supply");
    }

    function test_ReleaseBurnsRedeemedTokensAndEarnsOnMoneyOnly() public {
        _earn(500 ether);
        uint256 orderId = _pay(100 ether, 500 ether); // 5 CMT off, 95 CMT in escrow
        _close(orderId, IEscrow.State.Released, 0);
        assertEq(_token.balanceOf(_buyer), 475 ether, "5% of 95 CMT");
        assertEq(_token.totalSupply(), 475 ether, "redeemed tokens are burnt");
        assertEq(_token.balanceOf(address(_program)), 0, "nothing held");
    }

    function test_SplitGoesProRata() public {
        _earn(500 ether);
        uint256 orderId = _pay(100 ether, 500 ether);
        _close(orderId, IEscrow.State.Split, 4000);
        // 40% of 500 tokens back, 60% of 475 vested
        assertEq(_token.balanceOf(_buyer), 200 ether + 285 ether, "pro rata");
        assertEq(_token.totalSupply(), 485 ether, "the rest is burnt");
    }

    function test_LiabilityIsReadable() public {
        _earn(500 ether);
        _pay(100 ether, 200 ether); // escrows 98 CMT, pledges 490 tokens
        IRewardsProgram.Liability memory liability = _program.liabilityOf(_merchant);
        assertEq(liability.issued, 300 ether, "issued");
        assertEq(liability.held, 200 ether, "held");
        assertEq(liability.pledged, 490 ether, "pledged");
        assertEq(liability.value, 9.9 ether, "value in CMT");
        (uint256 held, uint256 pledged) = _program.rewardsOf(2);
        assertEq(held, 200 ether, "held by the order");
        assertEq(pledged, 490 ether, "pledged by the order");
        assertEq(_program.liabilityOf(address(0xcafe)).value, 0, "no programme, no liability");
    }

    function test_CapsLimitPayback() public {
        vm.prank(_merchant);
        _program.setCaps(100 ether, 150 ether);
        _close(_pay(100 ether, 0), IEscrow.State.Released, 0);
        assertEq(_token.balanceOf(_buyer), 100 ether, "order cap");
        _close(_pay(100 ether, 0), IEscrow.State.Released, 0);
        assertEq(_token.balanceOf(_buyer), 150 ether, "supply cap");
        _close(_pay(100 ether, 0), IEscrow.State.Released, 0);
        assertEq(_token.balanceOf(_buyer), 150 ether, "full");
    }

    function test_OrdersInAnotherCurrencyEarnNothing() public {
        uint256 orderId = _orders.open(_buyer, _merchant, address(0xbeef), 100 ether, 0);
        _program.pledge(orderId);
        assertTrue(_program.isSettled(orderId), "no rewards");
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.WrongCurrency.selector, CMT, address(0xbeef)));
        _program.redeem(_merchant, _buyer, address(0xbeef), 1 ether, 1);
    }

    function test_OrderWithoutProgrammeSettlesToNothing() public {
        uint256 orderId = _orders.open(_buyer, address(0xcafe), CMT, 1 ether, 0);
        assertEq(_program.redeem(address(0xcafe), _buyer, CMT, 1 ether, 0), 0, "no discount");
        _program.pledge(orderId);
        _close(orderId, IEscrow.State.Released, 0);
        _program.settle(orderId);
    }

    function test_SettlesOnceAndOnlyAClosedOrder() public {
        uint256 orderId = _pay(1 ether, 0);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.NotClosed.selector, orderId));
        _program.settle(orderId);
        _close(orderId, IEscrow.State.Released, 0);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.AlreadySettled.selector, orderId));
        _program.settle(orderId);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.AlreadyPledged.selector, orderId));
        _program.pledge(orderId);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.UnknownOrder.selector, 99));
        _program.settle(99);
    }

    function test_RateImprovesAtOnceAndFallsAfterNotice() public {
        uint256 startSec = block.timestamp;
        vm.startPrank(_merchant);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.RateNotBetter.selector, RATE, RATE));
        _program.improveRate(RATE);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.RateNotWorse.selector, RATE, RATE));
        _program.announceRateCut(RATE);
        _program.announceRateCut(RATE / 2);
        vm.warp(startSec + 30 days - 1);
        assertEq(_program.rateOf(_merchant), RATE, "still in notice");
        vm.warp(startSec + 30 days);
        assertEq(_program.rateOf(_merchant), RATE / 2, "in force");
        assertEq(_program.programOf(_merchant).nextRate, 0, "nothing announced any more");
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.NoRateCut.selector, _merchant));
        _program.cancelRateCut();
        _program.improveRate(RATE * 2);
        assertEq(_program.rateOf(_merchant), RATE * 2, "improved at once");
        vm.stopPrank();
    }

    function test_AnImprovementTakesBackAnAnnouncedCut() public {
        vm.startPrank(_merchant);
        _program.announceRateCut(RATE / 2);
        _program.improveRate(RATE * 2);
        vm.warp(block.timestamp + 365 days);
        assertEq(_program.rateOf(_merchant), RATE * 2, "no cut without its own notice");
        _program.announceRateCut(RATE);
        _program.cancelRateCut();
        vm.warp(block.timestamp + 365 days);
        assertEq(_program.rateOf(_merchant), RATE * 2, "cancelled");
        vm.stopPrank();
    }

    function test_ANewAnnouncementStartsANewNotice() public {
        uint256 startSec = block.timestamp;
        vm.startPrank(_merchant);
        _program.announceRateCut(RATE / 2);
        vm.warp(startSec + 29 days);
        _program.announceRateCut(RATE / 4);
        vm.warp(startSec + 58 days);
        assertEq(_program.rateOf(_merchant), RATE, "29 days after the second announcement");
        vm.warp(startSec + 59 days);
        assertEq(_program.rateOf(_merchant), RATE / 4, "30 days after it");
        vm.stopPrank();
    }

    function test_DiscountStaysBelowThePrice() public {
        _earn(500 ether);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.DiscountTooHigh.selector, 5 ether, 5 ether));
        _program.redeem(_merchant, _buyer, CMT, 5 ether, 500 ether);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.NothingRedeemed.selector, 99));
        _program.redeem(_merchant, _buyer, CMT, 5 ether, 99); // 0.99 atto
    }

    function test_ARedemptionBelongsToItsOrder() public {
        _earn(500 ether);
        _program.redeem(_merchant, _buyer, CMT, 100 ether, 1 ether);
        bytes memory notBound = abi.encodeWithSelector(
            IRewardsProgram.RedemptionNotBound.selector,
            _merchant,
            _buyer,
            1 ether
        );
        vm.expectRevert(notBound);
        _program.redeem(_merchant, _buyer, CMT, 100 ether, 1 ether);
        uint256 otherBuyer = _orders.open(address(0xcafe), _merchant, CMT, 1 ether, 1 ether);
        vm.expectRevert(notBound);
        _program.pledge(otherBuyer);
        uint256 otherAmount = _orders.open(_buyer, _merchant, CMT, 1 ether, 2 ether);
        vm.expectRevert(notBound);
        _program.pledge(otherAmount);
        _program.pledge(_orders.open(_buyer, _merchant, CMT, 1 ether, 1 ether));
    }

    function test_OnlyCheckoutRedeemsAndPledges() public {
        vm.startPrank(_merchant);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.OnlyCheckout.selector, _merchant));
        _program.redeem(_merchant, _buyer, CMT, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.OnlyCheckout.selector, _merchant));
        _program.pledge(1);
        vm.stopPrank();
    }

    function test_TokenObeysTheProgrammeAlone() public {
        _earn(10 ether);
        vm.startPrank(_merchant);
        vm.expectRevert(abi.encodeWithSelector(IMerchantToken.OnlyProgram.selector, _merchant));
        _token.mint(_merchant, 1);
        vm.expectRevert(abi.encodeWithSelector(IMerchantToken.OnlyProgram.selector, _merchant));
        _token.take(_buyer, 1);
        vm.stopPrank();
        vm.startPrank(_buyer);
        vm.expectRevert(abi.encodeWithSelector(IMerchantToken.SendToProgram.selector, address(_program)));
        _token.transfer(address(_program), 1);
        _token.burn(10 ether);
        vm.stopPrank();
        assertEq(_program.liabilityOf(_merchant).issued, 0, "a burnt token is owed no more");
        assertEq(_token.merchant(), _merchant, "merchant");
        assertEq(_token.program(), address(_program), "program");
    }

    function test_RefusesBadProgrammes() public {
        address other = makeAddr("other");
        vm.startPrank(other);
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.CurrencyNotAllowed.selector, address(0xbeef)));
        _program.create("a", "A", address(0xbeef), 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.BadText.selector, 0, 64));
        _program.create("", "A", CMT, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.BadText.selector, 17, 16));
        _program.create("a", "ABCDEFGHIJKLMNOPQ", CMT, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.EarnRateTooHigh.selector, 5001, 5000));
        _program.create("a", "A", CMT, 5001, 1);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.ZeroRate.selector));
        _program.create("a", "A", CMT, 1, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsProgram.RateTooHigh.selector, 2 ** 128, uint256(type(uint128).max))
        );
        _program.create("a", "A", CMT, 1, 2 ** 128);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.NoProgram.selector, other));
        _program.setEarnRate(1);
        vm.stopPrank();
        vm.prank(_merchant);
        vm.expectRevert(abi.encodeWithSelector(IRewardsProgram.ProgramExists.selector, _merchant));
        _program.create("a", "A", CMT, 1, 1);
    }

    /// @notice INV-REWARD-CAP at every size: no overflow, never above the earn rate on the money the seller kept.
    function testFuzz_INV_REWARD_CAP_Payback(uint128 money, uint256 rate, uint256 earnBps, uint256 buyerBps) public {
        rate = bound(rate, 1, type(uint128).max);
        earnBps = bound(earnBps, 0, 5000);
        buyerBps = bound(buyerBps, 1, 9999);
        address merchant = makeAddr("fuzzed merchant");
        vm.prank(merchant);
        MerchantToken token = MerchantToken(_program.create("f", "F", CMT, uint16(earnBps), rate));
        uint256 orderId = _orders.open(_buyer, merchant, CMT, money, 0);
        _program.pledge(orderId);
        _close(orderId, IEscrow.State.Split, uint16(buyerBps));
        uint256 kept = (uint256(money) * (10_000 - buyerBps)) / 10_000 + 1; // the seller keeps the dust
        uint256 worth = _program.quote(merchant, token.balanceOf(_buyer));
        assertLe(worth * 10_000, kept * earnBps, "INV-REWARD-CAP");
    }

    /// @notice Escrow's gas for settle() covers the worst case with a third to spare, all storage cold.
    function test_SettleFitsItsGas() public {
        _earn(500 ether);
        uint256 orderId = _pay(100 ether, 500 ether); // the buyer's balance is 0 now
        assertEq(_token.balanceOf(_buyer), 0, "a first payback is the dearest");
        _orders.close(orderId, IEscrow.State.Split, 4000);
        _coolDown();
        uint256 before = gasleft();
        _program.settle(orderId);
        uint256 used = before - gasleft();
        assertLe(used, (REWARDS_SETTLE_GAS * 2) / 3, "gas of settle");
        assertGe(used, REWARDS_SETTLE_GAS / 4, "the constant is not wildly too large");
    }

    function _coolDown() private {
        vm.cool(address(_program));
        vm.cool(address(_token));
        vm.cool(address(_orders));
    }

    /// @dev Gives the buyer `tokens` by an order large enough to earn them.
    function _earn(uint256 tokens) private {
        _close(_pay((tokens * RATE * 10_000) / EARN_BPS / 1e18, 0), IEscrow.State.Released, 0);
        assertEq(_token.balanceOf(_buyer), tokens, "earned");
    }

    function _pay(uint256 price, uint256 tokens) private returns (uint256 orderId) {
        uint256 discount = _program.redeem(_merchant, _buyer, CMT, price, tokens);
        orderId = _orders.open(_buyer, _merchant, CMT, uint128(price - discount), tokens);
        _program.pledge(orderId);
    }

    function _close(uint256 orderId, IEscrow.State state, uint16 buyerBps) private {
        _orders.close(orderId, state, buyerBps);
        _program.settle(orderId);
    }
}
