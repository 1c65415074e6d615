// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Escrow} from "../src/commerce/Escrow.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Suite} from "./support/Suite.sol";

/// @title An undisputed order, its money and its guards.
contract EscrowTest is Suite {
    uint256 private constant PRICE = 100 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_BuyerConfirmsAndThePayoutAddressIsPaidLessTheFee() public {
        uint256 id = shippedOrder(PRICE);
        vm.prank(buyer);
        escrow.confirm(id);
        assertState(id, IEscrow.State.Released);
        assertEq(escrow.withdrawableOf(payout, CMT), 99 ether, "payout");
        assertEq(escrow.withdrawableOf(platform, CMT), 1 ether, "fee");
        assertEq(escrow.withdrawableOf(seller, CMT), 0, "seller");
        assertEq(escrow.owed(CMT), PRICE, "owed");
        vm.prank(stranger);
        escrow.withdraw(payout, CMT);
        assertEq(payout.balance, 99 ether, "balance");
        escrow.withdraw(platform, CMT);
        assertEq(escrow.owed(CMT), 0, "owed nothing");
        assertEq(address(escrow).balance, 0, "empty");
    }

    function test_PaysTheSellerItselfWhereItHasNoPayoutAddress() public {
        vm.prank(stranger);
        uint256 listingId = listings.create(terms(CMT, PRICE), 1);
        uint256 fee = 1 ether;
        uint256 id = buy(buyer, listingId, 1, PRICE);
        vm.prank(buyer);
        escrow.confirm(id);
        assertEq(escrow.withdrawableOf(stranger, CMT), PRICE - fee, "seller");
    }

    function test_ReleasesByItselfAfterTheWindow() public {
        uint256 id = shippedOrder(PRICE);
        uint64 releaseAt = escrow.orderOf(id).releaseAtSec;
        assertEq(releaseAt, block.timestamp + RELEASE, "releaseAt");
        vm.warp(releaseAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooEarly.selector, releaseAt, releaseAt - 1));
        escrow.release(id);
        vm.warp(releaseAt);
        vm.prank(stranger);
        escrow.release(id);
        assertState(id, IEscrow.State.Released);
    }

    function test_RefundsWhatWasNotShippedInTime() public {
        uint256 id = fundedOrder(PRICE);
        uint64 deadline = escrow.orderOf(id).shipDeadlineSec;
        vm.warp(deadline);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooEarly.selector, deadline + 1, deadline));
        escrow.refundUnshipped(id);
        vm.warp(deadline + 1);
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooLate.selector, deadline, deadline + 1));
        escrow.ship(id, bytes32(0));
        vm.prank(stranger);
        escrow.refundUnshipped(id);
        assertState(id, IEscrow.State.Refunded);
        assertEq(escrow.withdrawableOf(buyer, CMT), PRICE, "no fee on a refund");
    }

    function test_SellerShipsUntilTheLastSecond() public {
        uint256 id = fundedOrder(PRICE);
        vm.warp(escrow.orderOf(id).shipDeadlineSec);
        vm.prank(seller);
        escrow.ship(id, bytes32("tracking"));
        assertState(id, IEscrow.State.Shipped);
        assertEq(escrow.orderOf(id).shippedAtSec, block.timestamp, "shippedAt");
    }

    function test_SellerCancels() public {
        uint256 funded = fundedOrder(PRICE);
        uint256 shipped = shippedOrder(PRICE);
        vm.startPrank(seller);
        escrow.cancel(funded);
        escrow.cancel(shipped);
        vm.stopPrank();
        assertState(funded, IEscrow.State.Refunded);
        assertEq(escrow.withdrawableOf(buyer, CMT), 2 * PRICE, "all back");
    }

    function test_ATokenOrderMovesTheTokenAlone() public {
        uint256 listingId = list(address(plain), PRICE, 1);
        uint256 before = plain.balanceOf(buyer);
        uint256 id = buy(buyer, listingId, 1, 0);
        assertEq(before - plain.balanceOf(buyer), PRICE, "paid");
        vm.prank(buyer);
        escrow.confirm(id);
        escrow.withdraw(payout, address(plain));
        assertEq(plain.balanceOf(payout), 99 ether, "payout");
        assertEq(address(escrow).balance, 0, "no CMT");
    }

    function test_WithdrawToAnotherAddress() public {
        uint256 id = shippedOrder(PRICE);
        vm.prank(buyer);
        escrow.confirm(id);
        vm.startPrank(payout);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.ZeroAddress.selector));
        escrow.withdrawTo(CMT, address(0));
        escrow.withdrawTo(CMT, makeAddr("cold wallet"));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NothingToWithdraw.selector, payout, CMT));
        escrow.withdrawTo(CMT, payout);
        vm.stopPrank();
        assertEq(makeAddr("cold wallet").balance, 99 ether, "cold");
    }

    function test_AReceiverThatRefusesCmtBlocksOnlyItself() public {
        vm.prank(seller);
        merchants.setPayout(address(plain)); // a contract without receive()
        uint256 id = shippedOrder(PRICE);
        vm.prank(buyer);
        escrow.confirm(id);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TransferFailed.selector, address(plain), 99 ether));
        escrow.withdraw(address(plain), CMT);
        escrow.withdraw(platform, CMT);
    }

    function test_OffersSettleBeforeAnyDispute() public {
        uint256 id = fundedOrder(PRICE);
        vm.prank(buyer);
        escrow.offer(id, 2_500);
        vm.startPrank(seller);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.OfferChanged.selector, 2_000, 2_500));
        escrow.acceptOffer(id, 2_000);
        escrow.acceptOffer(id, 2_500);
        vm.stopPrank();
        assertState(id, IEscrow.State.Split);
        assertEq(escrow.withdrawableOf(buyer, CMT), 25 ether, "buyer");
        assertEq(escrow.withdrawableOf(payout, CMT), 74.25 ether, "payout");
        assertEq(escrow.withdrawableOf(platform, CMT), 0.75 ether, "fee");
    }

    function test_AnOfferMayBeWithdrawnAndOnlyTheOtherSideAccepts() public {
        uint256 id = fundedOrder(PRICE);
        vm.startPrank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.InvalidShare.selector, 10_001));
        escrow.offer(id, 10_001);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NoSuchOffer.selector, id));
        escrow.withdrawOffer(id);
        escrow.offer(id, 10_000);
        assertEq(escrow.offerOf(id, buyer).buyerBps, 10_000, "offer");
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NoSuchOffer.selector, id));
        escrow.acceptOffer(id, 10_000);
        escrow.withdrawOffer(id);
        vm.stopPrank();
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NotAuthorised.selector, id, stranger));
        escrow.offer(id, 1);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NotAuthorised.selector, id, stranger));
        escrow.acceptOffer(id, 1);
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NoSuchOffer.selector, id));
        escrow.acceptOffer(id, 10_000);
    }

    function test_AnOfferOfAllOrNothingEndsInThatState() public {
        uint256 all = fundedOrder(PRICE);
        uint256 nothing = fundedOrder(PRICE);
        vm.startPrank(seller);
        escrow.offer(all, 10_000);
        escrow.offer(nothing, 0);
        vm.stopPrank();
        vm.startPrank(buyer);
        escrow.acceptOffer(all, 10_000);
        escrow.acceptOffer(nothing, 0);
        vm.stopPrank();
        assertState(all, IEscrow.State.Refunded);
        assertState(nothing, IEscrow.State.Released);
    }

    function test_FeesHaveAHardCapAndBindLaterOrdersOnly() public {
        uint256 id = shippedOrder(PRICE);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.FeeTooHigh.selector, 501, 500));
        escrow.setFee(501);
        escrow.setFee(500);
        escrow.setFeeRecipient(stranger);
        vm.prank(buyer);
        escrow.confirm(id);
        assertEq(escrow.withdrawableOf(stranger, CMT), 1 ether, "fee locked at payment");
    }

    function test_OnlyTheOwnerGoverns() public {
        vm.startPrank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, stranger));
        escrow.setFee(1);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, stranger));
        escrow.setFeeRecipient(stranger);
        vm.stopPrank();
        vm.expectRevert(abi.encodeWithSelector(IEscrow.ZeroAddress.selector));
        escrow.setFeeRecipient(address(0));
    }

    function test_OnlyCheckoutOpensAndOnlyTheRegistrySendsCmt() public {
        IEscrow.OpenParams memory params;
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.OnlyCheckout.selector, stranger));
        escrow.open(params);
        vm.prank(address(checkout));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.ZeroAmount.selector));
        escrow.open(params);
        vm.prank(stranger);
        (bool ok, bytes memory why) = address(escrow).call{value: 1}("");
        assertTrue(!ok, "refused");
        assertEq(keccak256(why), keccak256(abi.encodeWithSelector(IEscrow.UnexpectedValue.selector, 1)), "named error");
    }

    function test_UnknownOrdersAreNamed() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.UnknownOrder.selector, 7));
        escrow.orderOf(7);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.UnknownOrder.selector, 7));
        escrow.confirm(7);
    }

    /// @dev The seller opens a whole set of orders, one in each state, and everybody tries everything.
    function test_EveryTransitionIsAuthorised() public {
        uint256 funded = fundedOrder(PRICE);
        uint256 shipped = shippedOrder(PRICE);
        uint256 disputed = disputedOrder(PRICE);
        uint256 answered = answeredOrder(PRICE);
        refuses(stranger, funded, abi.encodeCall(IEscrow.ship, (funded, bytes32(0))));
        refuses(buyer, funded, abi.encodeCall(IEscrow.ship, (funded, bytes32(0))));
        refuses(seller, funded, abi.encodeCall(IEscrow.confirm, (funded)));
        refuses(buyer, funded, abi.encodeCall(IEscrow.cancel, (funded)));
        refuses(seller, shipped, abi.encodeCall(IEscrow.confirm, (shipped)));
        refuses(seller, shipped, abi.encodeCall(IEscrow.dispute, (shipped, bytes32(0))));
        refuses(arbiter, shipped, abi.encodeCall(IEscrow.cancel, (shipped)));
        refuses(buyer, disputed, abi.encodeCall(IEscrow.answer, (disputed, bytes32(0))));
        refuses(arbiter, disputed, abi.encodeCall(IEscrow.addEvidence, (disputed, bytes32(0))));
        refuses(buyer, answered, abi.encodeCall(IEscrow.rule, (answered, 1, bytes32(0))));
        refuses(fallback1, answered, abi.encodeCall(IEscrow.rule, (answered, 1, bytes32(0))));
    }

    function test_AnIllegalTransitionNamesTheState() public {
        uint256 id = fundedOrder(PRICE);
        wrongState(buyer, id, abi.encodeCall(IEscrow.dispute, (id, bytes32(0))));
        wrongState(seller, id, abi.encodeCall(IEscrow.answer, (id, bytes32(0))));
        wrongState(stranger, id, abi.encodeCall(IEscrow.release, (id)));
        wrongState(stranger, id, abi.encodeCall(IEscrow.closeSilent, (id)));
        wrongState(arbiter, id, abi.encodeCall(IEscrow.rule, (id, 1, bytes32(0))));
        wrongState(stranger, id, abi.encodeCall(IEscrow.escalate, (id)));
        wrongState(stranger, id, abi.encodeCall(IEscrow.closeUnruled, (id)));
        wrongState(buyer, id, abi.encodeCall(IEscrow.addEvidence, (id, bytes32(0))));
        id = shippedOrder(PRICE);
        wrongState(seller, id, abi.encodeCall(IEscrow.ship, (id, bytes32(0))));
        wrongState(stranger, id, abi.encodeCall(IEscrow.refundUnshipped, (id)));
        id = disputedOrder(PRICE);
        wrongState(buyer, id, abi.encodeCall(IEscrow.confirm, (id)));
        wrongState(seller, id, abi.encodeCall(IEscrow.cancel, (id)));
        wrongState(stranger, id, abi.encodeCall(IEscrow.release, (id)));
    }

    function test_INV_TERMINAL_NothingMovesAClosedOrder() public {
        uint256 id = shippedOrder(PRICE);
        vm.prank(buyer);
        escrow.confirm(id);
        vm.warp(block.timestamp + 400 days);
        wrongState(seller, id, abi.encodeCall(IEscrow.ship, (id, bytes32(0))));
        wrongState(buyer, id, abi.encodeCall(IEscrow.confirm, (id)));
        wrongState(seller, id, abi.encodeCall(IEscrow.cancel, (id)));
        wrongState(stranger, id, abi.encodeCall(IEscrow.release, (id)));
        wrongState(stranger, id, abi.encodeCall(IEscrow.refundUnshipped, (id)));
        wrongState(buyer, id, abi.encodeCall(IEscrow.dispute, (id, bytes32(0))));
        wrongState(seller, id, abi.encodeCall(IEscrow.answer, (id, bytes32(0))));
        wrongState(stranger, id, abi.encodeCall(IEscrow.closeSilent, (id)));
        wrongState(buyer, id, abi.encodeCall(IEscrow.addEvidence, (id, bytes32(0))));
        wrongState(buyer, id, abi.encodeCall(IEscrow.offer, (id, 1)));
        wrongState(buyer, id, abi.encodeCall(IEscrow.withdrawOffer, (id)));
        wrongState(buyer, id, abi.encodeCall(IEscrow.acceptOffer, (id, 1)));
        wrongState(arbiter, id, abi.encodeCall(IEscrow.rule, (id, 1, bytes32(0))));
        wrongState(stranger, id, abi.encodeCall(IEscrow.escalate, (id)));
        wrongState(stranger, id, abi.encodeCall(IEscrow.closeUnruled, (id)));
    }

    function test_RefusesZeroFeeRecipientAndHighFeeFromTheStart() public {
        Escrow.Wiring memory wiring;
        vm.expectRevert(abi.encodeWithSelector(IEscrow.FeeTooHigh.selector, 501, 500));
        new Escrow(address(this), wiring, platform, 501);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.ZeroAddress.selector));
        new Escrow(address(this), wiring, address(0), 500);
    }

    function refuses(address who, uint256 id, bytes memory call) private {
        expectNamed(who, call, abi.encodeWithSelector(IEscrow.NotAuthorised.selector, id, who));
    }

    function wrongState(address who, uint256 id, bytes memory call) private {
        expectNamed(who, call, abi.encodeWithSelector(IEscrow.WrongState.selector, id, stateOf(id)));
    }

    function expectNamed(address who, bytes memory call, bytes memory expected) private {
        vm.prank(who);
        (bool ok, bytes memory why) = address(escrow).call(call);
        assertTrue(!ok, "refused");
        assertEq(keccak256(why), keccak256(expected), "named error");
    }
}
