// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICheckout} from "../src/interfaces/ICheckout.sol";
import {Suite} from "./support/Suite.sol";

/// @title What the usual calls cost; kept in snapshots/Gas.json and checked by `npm run gas:check -w contracts`.
contract Gas is Suite {
    uint256 private constant PRICE = 10 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_Listing() public {
        list(CMT, PRICE, 100);
        vm.snapshotGasLastCall("list a product");
    }

    function test_PayListing() public {
        uint256 id = list(CMT, PRICE, 100);
        buy(buyer, id, 1, PRICE);
        vm.snapshotGasLastCall("pay a listing in CMT, first order");
        buy(buyer2, id, 1, PRICE);
        vm.snapshotGasLastCall("pay a listing in CMT");
        buy(buyer2, list(address(plain), PRICE, 100), 1, 0);
        vm.snapshotGasLastCall("pay a listing in a token");
    }

    function test_PayIntent() public {
        fundedOrder(PRICE);
        ICheckout.SignedIntent[] memory intents = signed1(intent("invoice", CMT, PRICE));
        vm.prank(buyer);
        checkout.pay{value: PRICE}(noOrders(), intents);
        vm.snapshotGasLastCall("pay an intent in CMT");
    }

    /// @dev The largest cart must fit into one transaction of 16_777_216 gas (EIP-7825).
    function test_PayTheLargestCart() public {
        uint256 count = checkout.MAX_ORDERS();
        ICheckout.ListingOrder[] memory orders = new ICheckout.ListingOrder[](count);
        for (uint256 i = 0; i < count; ++i) {
            orders[i].lines = new ICheckout.Line[](1);
            orders[i].lines[0] = line(list(address(plain), PRICE, 1), 1);
        }
        vm.prank(buyer);
        checkout.pay(orders, noIntents());
        assertLe(vm.snapshotGasLastCall("pay 20 sellers in a token"), 16_777_216, "fits a transaction");
    }

    function test_Sweep() public {
        fundedOrder(PRICE);
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes memory signature = sign(it);
        vm.deal(deposits.addressOf(it), PRICE);
        deposits.sweep(it, signature);
        vm.snapshotGasLastCall("sweep an exact deposit");
        vm.deal(deposits.addressOf(it), PRICE);
        deposits.sweep(it, signature);
        vm.snapshotGasLastCall("sweep a second deposit back");
    }

    function test_AnOrdersLife() public {
        uint256 id = fundedOrder(PRICE);
        vm.prank(seller);
        escrow.ship(id, bytes32("tracking"));
        vm.snapshotGasLastCall("ship");
        vm.prank(buyer);
        escrow.confirm(id);
        vm.snapshotGasLastCall("confirm, with rewards");
        escrow.withdraw(payout, CMT);
        vm.snapshotGasLastCall("withdraw");
        id = answeredOrder(PRICE);
        vm.snapshotGasLastCall("answer a dispute");
        vm.prank(arbiter);
        escrow.rule(id, 10_000, bytes32("broken"));
        vm.snapshotGasLastCall("rule, with rewards");
    }

    /// @dev Escrow.REWARDS_GAS is derived from this: a first payback with redeemed tokens given back, the most work.
    function test_SettleRewards() public {
        uint256 id = shippedOrder(100 ether);
        vm.prank(buyer);
        escrow.confirm(id);
        ICheckout.SignedIntent[] memory intents = signed1(intent("invoice", CMT, PRICE));
        intents[0].rewardAmount = 500 ether;
        vm.prank(buyer);
        id = checkout.pay{value: 5 ether}(noOrders(), intents)[0];
        bytes memory realCode = address(rewards).code;
        vm.etch(address(rewards), hex"fe");
        vm.prank(seller);
        escrow.offer(id, 5_000);
        vm.prank(buyer);
        escrow.acceptOffer(id, 5_000);
        vm.etch(address(rewards), realCode);
        rewards.settle(id);
        assertLe(vm.snapshotGasLastCall("settle rewards later"), (escrow.REWARDS_GAS() * 2) / 3, "within the promise");
    }
}
