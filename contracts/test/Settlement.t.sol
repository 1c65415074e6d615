// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderTerms} from "../src/libraries/OrderTerms.sol";
import {Settlement} from "../src/libraries/Settlement.sol";
import {Test} from "./support/Test.sol";

/// @title The arithmetic of an order's end, for every amount and share.
contract SettlementTest is Test {
    function testFuzz_ASplitLosesNothing(uint128 amount, uint256 buyerBps, uint256 feeBps) public pure {
        buyerBps = bound(buyerBps, 0, 10_000);
        feeBps = bound(feeBps, 0, 500);
        (uint256 toBuyer, uint256 toSeller, uint256 fee) = Settlement.split(amount, uint16(buyerBps), uint16(feeBps));
        assertEq(toBuyer + toSeller, amount, "all of it");
        assertLe(toBuyer * 10_000, amount * buyerBps, "the buyer's share is rounded down");
        assertLe(amount * buyerBps, toBuyer * 10_000 + 9_999, "by less than one unit");
        assertLe(fee * 10_000, toSeller * feeBps, "the fee is rounded down");
        assertLe(fee, toSeller, "the fee comes out of the seller's part");
    }

    function test_TheEdgesOfASplit() public pure {
        (uint256 toBuyer, uint256 toSeller, uint256 fee) = Settlement.split(type(uint128).max, 10_000, 500);
        assertEq(toBuyer, type(uint128).max, "all to the buyer");
        assertEq(toSeller + fee, 0, "no fee on nothing");
        (toBuyer, toSeller, fee) = Settlement.split(1, 5_000, 500);
        assertEq(toBuyer, 0, "the seller keeps the dust");
        assertEq(toSeller, 1, "the seller keeps the dust");
        assertEq(fee, 0, "of the fee too");
    }

    function testFuzz_DepositsAreDividedWhole(uint128 bond, uint128 fee, uint256 buyerBps) public pure {
        uint16 share = uint16(bound(buyerBps, 0, 10_000));
        (uint256 toBuyer, uint256 toSeller) = Settlement.divideDeposits(bond, fee, share);
        uint256 both = 2 * (uint256(bond) + fee);
        assertEq(toBuyer + toSeller + fee, both, "the arbiter's fee is the rest");
        if (share > 5_000) assertEq(toSeller, 0, "the loser's bond goes to the winner");
        if (share < 5_000) assertEq(toBuyer, 0, "the loser's bond goes to the winner");
    }

    function testFuzz_ATieHasNoWinner(uint128 bond, uint128 fee) public pure {
        (uint256 toBuyer, uint256 toSeller) = Settlement.divideDeposits(bond, fee, 5_000);
        assertGe(toBuyer, bond, "bond back");
        assertGe(toSeller, bond, "bond back");
        assertLe(toBuyer - toSeller, 1, "half the fee each, the odd unit from the seller");
    }

    function testFuzz_TheBondIsFivePercentOrTheFloor(uint128 amount, uint128 floor) public pure {
        uint256 bond = Settlement.bondOf(amount, floor);
        assertGe(bond, floor, "floor");
        assertGe(bond * 10_000, uint256(amount) * 500, "5%, rounded up");
        assertLe(bond, OrderTerms.MAX_AMOUNT, "fits an order");
        if (bond > floor) assertLe((bond - 1) * 10_000, uint256(amount) * 500, "by less than one unit");
    }
}
