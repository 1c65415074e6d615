// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Suite} from "./support/Suite.sol";

/// @title Disputes and their money: 100 CMT, bond 5, arbiter fee 2, platform fee 1%.
contract EscrowDisputeTest is Suite {
    uint256 private constant PRICE = 100 ether;
    uint256 private constant BOND = 5 ether;
    uint256 private constant FEE = 2 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_BondIsFivePercentOrTheFloor() public {
        (uint256 bond, uint256 fee) = escrow.depositFor(fundedOrder(PRICE));
        assertEq(bond, BOND, "5%");
        assertEq(fee, FEE, "fee");
        (bond, fee) = escrow.depositFor(fundedOrder(1 ether));
        assertEq(bond, BOND_FLOOR, "floor");
        assertEq(fee, 0.02 ether, "fee");
    }

    function test_ALaterFloorDoesNotReachAPaidOrder() public {
        uint256 id = fundedOrder(1 ether);
        currencies.allow(CMT, 1_000_000 ether);
        (uint256 bond, ) = escrow.depositFor(id);
        assertEq(bond, BOND_FLOOR, "locked at payment");
    }

    function test_ASilentSellerLoses() public {
        uint256 id = disputedOrder(PRICE);
        uint64 deadline = escrow.orderOf(id).deadlineSec;
        vm.warp(deadline);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooEarly.selector, deadline + 1, deadline));
        escrow.closeSilent(id);
        vm.warp(deadline + 1);
        vm.prank(stranger);
        escrow.closeSilent(id);
        assertState(id, IEscrow.State.Refunded);
        assertMoney(PRICE + BOND + FEE, 0, 0, 0);
    }

    function test_AnAnswerInTheLastSecondCounts() public {
        uint256 id = disputedOrder(PRICE);
        uint64 deadline = escrow.orderOf(id).deadlineSec;
        vm.warp(deadline);
        vm.prank(seller);
        escrow.answer{value: BOND + FEE}(id, bytes32(0));
        assertState(id, IEscrow.State.Ruling);

        id = disputedOrder(PRICE);
        deadline = escrow.orderOf(id).deadlineSec;
        vm.warp(deadline + 1);
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooLate.selector, deadline, deadline + 1));
        escrow.answer{value: BOND + FEE}(id, bytes32(0));
    }

    function test_DisputesEndWhenTheReleaseBegins() public {
        uint256 id = shippedOrder(PRICE);
        uint64 releaseAtSec = escrow.orderOf(id).releaseAtSec;
        vm.warp(releaseAtSec);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooLate.selector, releaseAtSec - 1, releaseAtSec));
        escrow.dispute{value: BOND + FEE}(id, bytes32(0));
        vm.warp(releaseAtSec - 1);
        vm.prank(buyer);
        escrow.dispute{value: BOND + FEE}(id, bytes32(0));
        assertState(id, IEscrow.State.Disputed);
    }

    function test_TheDepositIsExact() public {
        uint256 id = shippedOrder(PRICE);
        vm.startPrank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.WrongBond.selector, BOND + FEE, BOND));
        escrow.dispute{value: BOND}(id, bytes32(0));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.WrongBond.selector, BOND + FEE, BOND + FEE + 1));
        escrow.dispute{value: BOND + FEE + 1}(id, bytes32(0));
        vm.stopPrank();
    }

    function test_TokenDisputesTakeNoCmt() public {
        uint256 id = buy(buyer, list(address(plain), PRICE, 1), 1, 0);
        vm.prank(seller);
        escrow.ship(id, bytes32(0));
        vm.startPrank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.UnexpectedValue.selector, 1));
        escrow.dispute{value: 1}(id, bytes32(0));
        uint256 before = plain.balanceOf(buyer);
        escrow.dispute(id, bytes32(0));
        vm.stopPrank();
        assertEq(before - plain.balanceOf(buyer), BOND + FEE, "deposit in the order's currency");
    }

    function test_TheBuyerWins() public {
        uint256 id = answeredOrder(PRICE);
        vm.prank(arbiter);
        escrow.rule(id, 10_000, bytes32("broken"));
        assertState(id, IEscrow.State.Refunded);
        assertMoney(PRICE + 2 * BOND + FEE, 0, FEE, 0);
    }

    function test_TheSellerWins() public {
        uint256 id = answeredOrder(PRICE);
        vm.prank(arbiter);
        escrow.rule(id, 0, bytes32("fine"));
        assertState(id, IEscrow.State.Released);
        assertMoney(0, 99 ether + 2 * BOND + FEE, FEE, 1 ether);
    }

    function test_AnArbiterSplits() public {
        uint256 id = answeredOrder(PRICE);
        vm.prank(arbiter);
        escrow.rule(id, 7_000, bytes32("mostly broken"));
        assertState(id, IEscrow.State.Split);
        assertEq(escrow.orderOf(id).buyerBps, 7_000, "share");
        assertMoney(70 ether + 2 * BOND + FEE, 29.7 ether, FEE, 0.3 ether);
    }

    function test_ATieSharesTheArbiterAndReturnsTheBonds() public {
        uint256 id = answeredOrder(PRICE);
        vm.prank(arbiter);
        escrow.rule(id, 5_000, bytes32("both"));
        assertMoney(50 ether + BOND + FEE / 2, 49.5 ether + BOND + FEE / 2, FEE, 0.5 ether);
    }

    function test_ARulingIsAShareAndInTime() public {
        uint256 id = answeredOrder(PRICE);
        uint64 deadline = escrow.orderOf(id).deadlineSec;
        vm.startPrank(arbiter);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.InvalidShare.selector, 10_001));
        escrow.rule(id, 10_001, bytes32(0));
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooLate.selector, deadline, deadline + 1));
        escrow.rule(id, 0, bytes32(0));
        vm.stopPrank();
    }

    function test_AnOfferSettlesADisputeAndReturnsTheDeposits() public {
        uint256 id = answeredOrder(PRICE);
        vm.prank(seller);
        escrow.offer(id, 4_000);
        vm.prank(buyer);
        escrow.acceptOffer(id, 4_000);
        assertMoney(40 ether + BOND + FEE, 59.4 ether + BOND + FEE, 0, 0.6 ether);
        (, uint256 reserved) = arbiters.bondOf(arbiter, CMT);
        assertEq(reserved, 0, "case closed");
    }

    function test_AnOfferSettlesBeforeTheAnswerAndReturnsOneDeposit() public {
        uint256 id = disputedOrder(PRICE);
        vm.prank(buyer);
        escrow.offer(id, 4_000);
        vm.prank(seller);
        escrow.acceptOffer(id, 4_000);
        assertMoney(40 ether + BOND + FEE, 59.4 ether, 0, 0.6 ether);
    }

    function test_AnArbiterThatMissesItsDeadlineIsSlashed() public {
        uint256 id = answeredOrder(PRICE);
        uint64 deadline = escrow.orderOf(id).deadlineSec;
        vm.warp(deadline);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooEarly.selector, deadline + 1, deadline));
        escrow.escalate(id);
        vm.warp(deadline + 1);
        vm.expectEmit();
        emit IEscrow.DisputeEscalated(id, arbiter, fallback1, uint64(block.timestamp + 7 days));
        vm.prank(stranger);
        escrow.escalate(id);
        assertState(id, IEscrow.State.Fallback);
        (uint256 bond, uint256 reserved) = arbiters.bondOf(arbiter, CMT);
        assertEq(bond, 990 ether, "a tenth of the order");
        assertEq(reserved, 0, "free");
        assertMoney(5 ether, 5 ether, 0, 0);
        assertEq(escrow.orderOf(id).fallbackArbiter, fallback1, "rotation");

        vm.prank(arbiter);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NotAuthorised.selector, id, arbiter));
        escrow.rule(id, 0, bytes32(0));
        vm.prank(fallback1);
        escrow.rule(id, 10_000, bytes32(0));
        assertMoney(5 ether + PRICE + 2 * BOND + FEE, 5 ether, 0, 0);
        assertEq(escrow.withdrawableOf(fallback1, CMT), FEE, "fallback's fee");
    }

    function test_WhereBothArbitersAreSilentAnyoneSharesItOut() public {
        uint256 id = escalatedOrder(PRICE);
        uint64 deadline = escrow.orderOf(id).deadlineSec;
        vm.expectRevert(abi.encodeWithSelector(IEscrow.TooEarly.selector, deadline + 1, block.timestamp));
        escrow.closeUnruled(id);
        vm.warp(deadline + 1);
        vm.prank(stranger);
        escrow.closeUnruled(id);
        assertState(id, IEscrow.State.Split);
        // Half each, deposits back, and both arbiters' slashed bonds.
        assertMoney(50 ether + BOND + FEE + 10 ether, 49.5 ether + BOND + FEE + 10 ether, 0, 0.5 ether);
        (uint256 bond, ) = arbiters.bondOf(fallback1, CMT);
        assertEq(bond, 990 ether, "the fallback is slashed too");
    }

    function test_AnArbiterWithoutBondGoesStraightToTheFallback() public {
        vm.prank(arbiter);
        arbiters.withdraw(CMT, 901 ether);
        uint256 id = disputedOrder(PRICE);
        vm.expectEmit();
        emit IEscrow.DisputeEscalated(id, address(0), fallback1, uint64(block.timestamp + 7 days));
        vm.prank(seller);
        escrow.answer{value: BOND + FEE}(id, bytes32(0));
        assertState(id, IEscrow.State.Fallback);
        assertEq(escrow.orderOf(id).fallbackArbiter, fallback1, "assigned");
    }

    function test_WithoutAnyArbiterTheOrderStillEnds() public {
        vm.prank(arbiter);
        arbiters.withdraw(CMT, 1_000 ether);
        arbiters.setFallback(fallback1, false);
        arbiters.setFallback(fallback2, false);
        uint256 id = answeredOrder(PRICE);
        assertEq(escrow.orderOf(id).fallbackArbiter, address(0), "nobody");
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NotAuthorised.selector, id, address(this)));
        escrow.rule(id, 0, bytes32(0));
        vm.warp(escrow.orderOf(id).deadlineSec + 1);
        escrow.closeUnruled(id);
        assertMoney(50 ether + BOND + FEE, 49.5 ether + BOND + FEE, 0, 0.5 ether);
    }

    function test_PartiesAddEvidence() public {
        uint256 id = answeredOrder(PRICE);
        vm.prank(buyer);
        escrow.addEvidence(id, keccak256("picture"));
        vm.prank(seller);
        escrow.addEvidence(id, keccak256("parcel slip"));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.NotAuthorised.selector, id, stranger));
        escrow.addEvidence(id, keccak256("gossip"));
    }

    /// @dev And that is all there is: with nothing else open, owed is the sum of it.
    function assertMoney(uint256 ofBuyer, uint256 ofPayout, uint256 ofArbiter, uint256 ofPlatform) private view {
        assertEq(escrow.withdrawableOf(buyer, CMT), ofBuyer, "buyer");
        assertEq(escrow.withdrawableOf(payout, CMT), ofPayout, "payout");
        assertEq(escrow.withdrawableOf(arbiter, CMT), ofArbiter, "arbiter");
        assertEq(escrow.withdrawableOf(platform, CMT), ofPlatform, "platform");
        assertEq(address(escrow).balance, escrow.owed(CMT), "solvent to the unit");
    }
}
