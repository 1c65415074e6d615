// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ICheckout} from "../src/interfaces/ICheckout.sol";
import {ICurrencyList} from "../src/interfaces/ICurrencyList.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {IListings} from "../src/interfaces/IListings.sol";
import {Suite} from "./support/Suite.sol";
import {FeeToken, MoodyToken} from "./support/Tokens.sol";

/// @title Paying: listings, intents, carts, and everything that must be refused.
contract CheckoutTest is Suite {
    uint256 private constant PRICE = 10 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_OneTransactionPaysManySellers() public {
        vm.prank(stranger);
        uint256 strangersId = listings.create(terms(address(plain), 7 ether), 5);
        ICheckout.ListingOrder[] memory orders = new ICheckout.ListingOrder[](2);
        orders[0].lines = new ICheckout.Line[](2);
        orders[0].lines[0] = line(list(CMT, PRICE, 5), 2);
        orders[0].lines[1] = line(list(CMT, 1 ether, 5), 3);
        orders[1].lines = new ICheckout.Line[](1);
        orders[1].lines[0] = line(strangersId, 1);
        ICheckout.SignedIntent[] memory intents = signed1(intent("invoice", CMT, 5 ether));
        vm.prank(buyer);
        uint256[] memory ids = checkout.pay{value: 28 ether}(orders, intents);
        assertEq(ids.length, 3, "three orders");
        IEscrow.Order memory first = escrow.orderOf(ids[0]);
        assertEq(first.amount, 23 ether, "both lines");
        assertEq(first.seller, seller, "seller");
        assertEq(first.buyer, buyer, "buyer");
        assertEq(first.shipDeadlineSec, block.timestamp + SHIP_BY, "ship by");
        assertEq(escrow.orderOf(ids[1]).currency, address(plain), "token order");
        assertEq(escrow.orderOf(ids[2]).amount, 5 ether, "intent");
        assertEq(address(checkout).balance, 0, "keeps nothing");
    }

    function test_ExactAmountOrRevert() public {
        ICheckout.ListingOrder[] memory orders = orderOf1(list(CMT, PRICE, 5), 1);
        vm.startPrank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.WrongAmount.selector, PRICE, PRICE - 1));
        checkout.pay{value: PRICE - 1}(orders, noIntents());
        vm.expectRevert(abi.encodeWithSelector(ICheckout.WrongAmount.selector, PRICE, PRICE + 1));
        checkout.pay{value: PRICE + 1}(orders, noIntents());
        vm.stopPrank();
        orders = orderOf1(list(address(plain), PRICE, 5), 1);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.WrongAmount.selector, 0, 1));
        checkout.pay{value: 1}(orders, noIntents());
    }

    function test_RefusesNothingAndTooMuchAtOnce() public {
        vm.expectRevert(abi.encodeWithSelector(ICheckout.NothingToPay.selector));
        checkout.pay(noOrders(), noIntents());
        vm.expectRevert(abi.encodeWithSelector(ICheckout.NothingToPay.selector));
        checkout.pay(new ICheckout.ListingOrder[](1), noIntents());
        vm.expectRevert(abi.encodeWithSelector(ICheckout.TooManyOrders.selector, 21, 20));
        checkout.pay(new ICheckout.ListingOrder[](21), noIntents());
    }

    function test_LinesOfAnOrderAgree() public {
        uint256 first = list(CMT, PRICE, 5);
        uint256 other = list(address(plain), PRICE, 5);
        ICheckout.ListingOrder[] memory orders = new ICheckout.ListingOrder[](1);
        orders[0].lines = new ICheckout.Line[](2);
        orders[0].lines[0] = line(first, 1);
        for (uint256 i = 0; i < 5; ++i) {
            IListings.Terms memory it = terms(CMT, PRICE);
            if (i == 0) it.currency = address(plain);
            if (i == 1) it.arbiter = fallback1;
            if (i == 2) it.shipBySec += 1;
            if (i == 3) it.releaseSec += 1;
            if (i < 4) {
                vm.prank(seller);
                listings.update(other, it);
            } else {
                vm.prank(stranger);
                other = listings.create(it, 5);
            }
            orders[0].lines[1] = line(other, 1);
            vm.prank(buyer);
            vm.expectRevert(abi.encodeWithSelector(ICheckout.LinesDisagree.selector, other));
            checkout.pay{value: 2 * PRICE}(orders, noIntents());
        }
    }

    function test_INV_STOCK_SoldOutIsNamedAndTakesNothing() public {
        uint256 listingId = list(CMT, PRICE, 2);
        buy(buyer, listingId, 1, PRICE);
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, 2);
        vm.prank(buyer2);
        vm.expectRevert(abi.encodeWithSelector(IListings.OutOfStock.selector, listingId, 2, 1));
        checkout.pay{value: 2 * PRICE}(orders, noIntents());
        assertEq(listings.listingOf(listingId).stock, 1, "still there");
    }

    function test_ABuyerGetsTheTermsThatItSaw() public {
        uint256 listingId = list(CMT, PRICE, 2);
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, 1);
        bytes32 seen = orders[0].lines[0].termsHash;
        vm.prank(seller);
        listings.update(listingId, terms(CMT, PRICE + 1));
        bytes32 actual = listings.termsHashOf(listingId);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IListings.TermsChanged.selector, listingId, seen, actual));
        checkout.pay{value: PRICE}(orders, noIntents());
    }

    function test_RewardsAreADiscountAndEarnNothingOnIt() public {
        uint256 earning = fundedOrder(100 ether);
        vm.prank(buyer);
        escrow.confirm(earning);
        IERC20 points = IERC20(rewards.programOf(seller).token);
        assertEq(points.balanceOf(buyer), 500 ether, "earned");
        uint256 listingId = list(CMT, PRICE, 1);
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, 1);
        orders[0].rewardAmount = 400 ether; // 4 CMT
        vm.prank(buyer);
        uint256 id = checkout.pay{value: 6 ether}(orders, noIntents())[0];
        assertEq(escrow.orderOf(id).amount, 6 ether, "only money is escrowed");
        assertEq(escrow.orderOf(id).rewardAmount, 400 ether, "redeemed");
        vm.prank(buyer);
        escrow.confirm(id);
        assertEq(points.balanceOf(buyer), 100 ether + 30 ether, "5% of 6 CMT");
    }

    function test_ARefundGivesRedeemedTokensBack() public {
        uint256 earning = fundedOrder(100 ether);
        vm.prank(buyer);
        escrow.confirm(earning);
        IERC20 points = IERC20(rewards.programOf(seller).token);
        ICheckout.SignedIntent[] memory intents = signed1(intent("with points", CMT, PRICE));
        intents[0].rewardAmount = 500 ether; // 5 CMT
        vm.prank(buyer);
        uint256 id = checkout.pay{value: 5 ether}(noOrders(), intents)[0];
        assertEq(points.balanceOf(buyer), 0, "redeemed");
        vm.prank(seller);
        escrow.cancel(id);
        assertEq(points.balanceOf(buyer), 500 ether, "back");
    }

    function test_INV_ONCE_AnIntentIsPaidOnce() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes32 key = checkout.paymentKeyOf(seller, "invoice");
        ICheckout.SignedIntent[] memory intents = signed1(it);
        vm.prank(buyer);
        uint256 id = checkout.pay{value: PRICE}(noOrders(), intents)[0];
        assertEq(checkout.orderOfPayment(key), id, "known by its key");
        assertEq(key, keccak256(abi.encode(seller, bytes32("invoice"))), "key");

        it.amount = 1; // other terms, the same id
        intents = signed1(it);
        vm.prank(buyer2);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.AlreadyPaid.selector, key));
        checkout.pay{value: 1}(noOrders(), intents);
    }

    function test_INV_ONCE_NotTwiceInOneTransactionEither() public {
        ICheckout.SignedIntent[] memory intents = new ICheckout.SignedIntent[](2);
        intents[0] = signed1(intent("invoice", CMT, PRICE))[0];
        intents[1] = intents[0];
        bytes32 key = checkout.paymentKeyOf(seller, "invoice");
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.AlreadyPaid.selector, key));
        checkout.pay{value: 2 * PRICE}(noOrders(), intents);
    }

    function test_NobodyBurnsAnotherMerchantsId() public {
        uint256 attackerKey = uint256(keccak256("attacker"));
        address attacker = vm.addr(attackerKey);
        vm.startPrank(attacker);
        merchants.register(attacker, bytes32(0));
        merchants.addSigner(attacker, uint64(block.timestamp + 1 days));
        vm.stopPrank();
        ICheckout.Intent memory it = intent("invoice", CMT, 1);
        ICheckout.SignedIntent[] memory intents = new ICheckout.SignedIntent[](1);
        intents[0] = ICheckout.SignedIntent(it, sign(attackerKey, it), 0);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.NotASigner.selector, seller));
        checkout.pay{value: 1}(noOrders(), intents);

        it.merchant = attacker; // his own merchant, the victim's id
        intents[0] = ICheckout.SignedIntent(it, sign(attackerKey, it), 0);
        vm.prank(buyer);
        checkout.pay{value: 1}(noOrders(), intents);
        assertEq(checkout.orderOfPayment(checkout.paymentKeyOf(seller, "invoice")), 0, "the victim's id is free");
    }

    function test_OnlyACurrentSignerCounts() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes memory signature = sign(it);
        assertTrue(checkout.isValidIntentSignature(it, signature), "current");
        vm.prank(seller);
        merchants.revokeSigner(signer);
        assertTrue(!checkout.isValidIntentSignature(it, signature), "revoked");
        vm.expectRevert(abi.encodeWithSelector(ICheckout.NotASigner.selector, seller));
        checkout.payFor{value: PRICE}(it, signature);

        vm.prank(seller);
        merchants.addSigner(signer, uint64(block.timestamp + 60));
        assertTrue(checkout.isValidIntentSignature(it, signature), "back");
        vm.warp(block.timestamp + 60);
        assertTrue(!checkout.isValidIntentSignature(it, signature), "expired");
        assertTrue(!checkout.isValidIntentSignature(it, hex"1234"), "garbage");
    }

    function test_EveryTermIsSigned() public view {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes memory signature = sign(it);
        for (uint256 i = 0; i < 11; ++i) {
            ICheckout.Intent memory changed = intent("invoice", CMT, PRICE);
            if (i == 0) changed.merchant = stranger;
            if (i == 1) changed.id = "other";
            if (i == 2) changed.currency = address(plain);
            if (i == 3) changed.amount -= 1;
            if (i == 4) changed.feeCapBps += 1;
            if (i == 5) changed.arbiter = fallback1;
            if (i == 6) changed.shipBySec += 1;
            if (i == 7) changed.releaseSec += 1;
            if (i == 8) changed.deadlineSec += 1;
            if (i == 9) changed.refundTo = stranger;
            if (i == 10) changed.payer = stranger;
            assertTrue(!checkout.isValidIntentSignature(changed, signature), "changed");
        }
    }

    function test_AnIntentExpires() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes memory signature = sign(it);
        vm.warp(it.deadlineSec);
        checkout.payFor{value: PRICE}(it, signature);
        it.id = "another";
        signature = sign(it);
        vm.warp(it.deadlineSec + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ICheckout.IntentExpired.selector, it.deadlineSec, uint256(it.deadlineSec) + 1)
        );
        checkout.payFor{value: PRICE}(it, signature);
    }

    function test_TermsOfAnIntentAreChecked() public {
        ICheckout.Intent memory it = intent("a", CMT, PRICE);
        it.deadlineSec = uint64(block.timestamp + 90 days + 1);
        refuses(
            it,
            abi.encodeWithSelector(ICheckout.DeadlineTooFar.selector, it.deadlineSec, block.timestamp + 90 days)
        );
        refuses(intent("a", CMT, 0), abi.encodeWithSelector(ICheckout.ZeroAmount.selector));
        it = intent("a", CMT, PRICE);
        it.refundTo = address(0);
        refuses(it, abi.encodeWithSelector(ICheckout.ZeroRefundAddress.selector));
        it = intent("a", CMT, PRICE);
        it.payer = buyer2;
        refuses(it, abi.encodeWithSelector(ICheckout.WrongPayer.selector, buyer2, buyer));
        it = intent("a", CMT, PRICE);
        it.feeCapBps = 99;
        refuses(it, abi.encodeWithSelector(ICheckout.FeeAboveCap.selector, 100, 99));
        it = intent("a", CMT, PRICE);
        it.arbiter = stranger;
        refuses(it, abi.encodeWithSelector(IEscrow.ArbiterNotActive.selector, stranger));
        it.arbiter = seller;
        refuses(it, abi.encodeWithSelector(IEscrow.PartyIsArbiter.selector, seller));
        it.arbiter = buyer;
        refuses(it, abi.encodeWithSelector(IEscrow.PartyIsArbiter.selector, buyer));
        it = intent("a", CMT, PRICE);
        it.shipBySec = 59 minutes;
        refuses(it, abi.encodeWithSelector(IListings.WindowOutOfRange.selector, 59 minutes, 1 hours, 60 days));
        it = intent("a", CMT, PRICE);
        it.releaseSec = 61 days;
        refuses(it, abi.encodeWithSelector(IListings.WindowOutOfRange.selector, 61 days, 1 hours, 60 days));
        refuses(
            intent("a", stranger, PRICE),
            abi.encodeWithSelector(ICurrencyList.CurrencyNotAllowed.selector, stranger)
        );
    }

    function test_HugeAmountsAreNamed() public {
        refuses(
            intent("a", address(plain), type(uint256).max),
            abi.encodeWithSelector(IEscrow.AmountTooHigh.selector, type(uint256).max, type(uint128).max)
        );
        refuses(
            intent("a", CMT, type(uint256).max),
            abi.encodeWithSelector(ICheckout.WrongAmount.selector, type(uint256).max, PRICE)
        );
        ICheckout.ListingOrder[] memory orders = orderOf1(list(address(plain), type(uint128).max, 5), 2);
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.AmountTooHigh.selector, 2 * uint256(type(uint128).max), type(uint128).max)
        );
        checkout.pay(orders, noIntents());
    }

    function test_TheNamedPayerPays() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        it.payer = buyer2;
        ICheckout.SignedIntent[] memory intents = signed1(it);
        vm.prank(buyer2);
        uint256 id = checkout.pay{value: PRICE}(noOrders(), intents)[0];
        assertEq(escrow.orderOf(id).buyer, buyer2, "the caller is the buyer of record");
    }

    function test_PayingForAnother() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes memory signature = sign(it);
        vm.prank(stranger);
        uint256 id = checkout.payFor{value: PRICE}(it, signature);
        assertEq(escrow.orderOf(id).buyer, buyer, "refundTo is the buyer of record");
        it.id = "another";
        signature = sign(it);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.WrongAmount.selector, PRICE, PRICE + 1));
        checkout.payFor{value: PRICE + 1}(it, signature);
    }

    function test_NobodyBuysFromItself() public {
        ICheckout.ListingOrder[] memory orders = orderOf1(list(CMT, PRICE, 5), 1);
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.BuyerIsSeller.selector, seller));
        checkout.pay{value: PRICE}(orders, noIntents());
    }

    function test_ATokenThatTakesFeesIsRefused() public {
        FeeToken token = new FeeToken();
        token.mint(buyer, 100 ether);
        currencies.allow(address(token), 1);
        vm.prank(buyer);
        token.approve(address(escrow), 100 ether);
        ICheckout.ListingOrder[] memory orders = orderOf1(list(address(token), PRICE, 5), 1);
        vm.prank(buyer);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.TokenTakesFees.selector, address(token), PRICE, PRICE - PRICE / 100)
        );
        checkout.pay(orders, noIntents());
    }

    function test_ATokenCannotPayAgainFromInsideItsTransfer() public {
        MoodyToken token = new MoodyToken();
        token.mint(buyer, 100 ether);
        token.mint(address(token), 100 ether);
        currencies.allow(address(token), 1);
        vm.prank(buyer);
        token.approve(address(escrow), 100 ether);
        ICheckout.Intent memory inner = intent("inner", CMT, 0);
        token.setCall(address(checkout), abi.encodeCall(ICheckout.payFor, (inner, sign(inner))));
        uint256 listingId = list(address(token), PRICE, 5);
        buy(buyer, listingId, 1, 0);
        assertTrue(!token.callSucceeded(), "reentrancy is refused");
    }

    function test_ARetiredArbiterSellsNothing() public {
        uint256 listingId = list(CMT, PRICE, 5);
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, 1);
        vm.prank(arbiter);
        arbiters.retire();
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.ArbiterNotActive.selector, arbiter));
        checkout.pay{value: PRICE}(orders, noIntents());
    }

    function test_ARemovedCurrencySellsNothingMore() public {
        uint256 listingId = list(address(plain), PRICE, 5);
        uint256 paidBefore = buy(buyer, listingId, 1, 0);
        currencies.remove(address(plain));
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, 1);
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.CurrencyNotAllowed.selector, address(plain)));
        checkout.pay(orders, noIntents());
        vm.prank(buyer);
        escrow.confirm(paidBefore);
        escrow.withdraw(payout, address(plain));
    }

    /// @dev Tried by `buyer` with PRICE.
    function refuses(ICheckout.Intent memory it, bytes memory expected) private {
        ICheckout.SignedIntent[] memory intents = signed1(it);
        vm.prank(buyer);
        vm.expectRevert(expected);
        checkout.pay{value: it.currency == CMT ? PRICE : 0}(noOrders(), intents);
    }
}
