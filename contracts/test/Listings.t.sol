// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICheckout} from "../src/interfaces/ICheckout.sol";
import {ICurrencyList} from "../src/interfaces/ICurrencyList.sol";
import {IListings} from "../src/interfaces/IListings.sol";
import {Suite} from "./support/Suite.sol";

/// @title The shelf: creating, changing, restocking, pausing.
contract ListingsTest is Suite {
    uint256 private constant PRICE = 10 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_AListingKeepsItsTermsAndStock() public {
        uint256 id = list(CMT, PRICE, 5);
        IListings.Listing memory listing = listings.listingOf(id);
        assertEq(id, 1, "ids count from 1");
        assertEq(listings.listingCount(), 1, "count");
        assertEq(listing.seller, seller, "seller");
        assertEq(listing.stock, 5, "stock");
        assertEq(listing.terms.price, PRICE, "price");
        bytes32 hash = keccak256(abi.encode(id, seller, terms(CMT, PRICE)));
        assertEq(listings.termsHashOf(id), hash, "terms hash");
    }

    function test_INV_STOCK_PaymentTakesStockAndRefundsDoNotReturnIt() public {
        uint256 id = list(CMT, PRICE, 5);
        uint256 orderId = buy(buyer, id, 3, 3 * PRICE);
        assertEq(listings.listingOf(id).stock, 2, "taken");
        assertEq(listings.listingOf(id).sold, 3, "sold");
        vm.startPrank(seller);
        escrow.cancel(orderId);
        assertEq(listings.listingOf(id).stock, 2, "the seller restocks");
        listings.restock(id, 3);
        vm.stopPrank();
        assertEq(listings.listingOf(id).stock, 5, "restocked");
    }

    function test_UpdatesBindTheNextBuyer() public {
        uint256 id = list(CMT, PRICE, 5);
        vm.prank(seller);
        listings.update(id, terms(address(plain), 2 * PRICE));
        assertEq(listings.listingOf(id).terms.price, 2 * PRICE, "price");
        assertEq(listings.listingOf(id).terms.currency, address(plain), "currency");
    }

    function test_APausedListingIsNotSold() public {
        uint256 id = list(CMT, PRICE, 5);
        ICheckout.ListingOrder[] memory orders = orderOf1(id, 1);
        vm.startPrank(seller);
        vm.expectRevert(abi.encodeWithSelector(IListings.ListingNotPaused.selector, id));
        listings.resume(id);
        listings.pause(id);
        vm.expectRevert(abi.encodeWithSelector(IListings.ListingIsPaused.selector, id));
        listings.pause(id);
        vm.stopPrank();
        vm.prank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IListings.ListingIsPaused.selector, id));
        checkout.pay{value: PRICE}(orders, noIntents());
        vm.prank(seller);
        listings.resume(id);
        buy(buyer, id, 1, PRICE);
    }

    function test_OnlyTheSellerChangesIt() public {
        uint256 id = list(CMT, PRICE, 5);
        bytes memory notSeller = abi.encodeWithSelector(IListings.NotSeller.selector, id, stranger, seller);
        IListings.Terms memory it = terms(CMT, PRICE);
        vm.startPrank(stranger);
        vm.expectRevert(notSeller);
        listings.update(id, it);
        vm.expectRevert(notSeller);
        listings.restock(id, 1);
        vm.expectRevert(notSeller);
        listings.pause(id);
        vm.expectRevert(notSeller);
        listings.resume(id);
        vm.expectRevert(abi.encodeWithSelector(IListings.OnlyCheckout.selector, stranger));
        listings.take(id, 1, bytes32(0));
        vm.stopPrank();
    }

    function test_UnknownListingsAndZeroPiecesAreNamed() public {
        bytes memory unknown = abi.encodeWithSelector(IListings.UnknownListing.selector, 9);
        vm.expectRevert(unknown);
        listings.listingOf(9);
        vm.expectRevert(unknown);
        listings.termsHashOf(9);
        ICheckout.ListingOrder[] memory orders = orderOf1(list(CMT, PRICE, 5), 0);
        vm.expectRevert(abi.encodeWithSelector(IListings.ZeroQuantity.selector));
        checkout.pay(orders, noIntents());
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(IListings.ZeroQuantity.selector));
        listings.restock(1, 0);
        orders[0].lines[0].listingId = 9;
        vm.expectRevert(unknown);
        checkout.pay(orders, noIntents());
    }

    function test_StockHasARoof() public {
        uint256 id = list(CMT, PRICE, type(uint64).max);
        uint256 pieces = uint256(type(uint64).max) + 1;
        vm.prank(seller);
        vm.expectRevert(abi.encodeWithSelector(IListings.StockTooHigh.selector, pieces, type(uint64).max));
        listings.restock(id, 1);
    }

    function test_BadTermsAreNamed() public {
        IListings.Terms memory it = terms(CMT, 0);
        refuses(it, abi.encodeWithSelector(IListings.ZeroPrice.selector));
        it = terms(CMT, type(uint256).max);
        refuses(it, abi.encodeWithSelector(IListings.PriceTooHigh.selector, it.price, type(uint128).max));
        it = terms(CMT, PRICE);
        it.shipBySec = 1 hours - 1;
        refuses(it, abi.encodeWithSelector(IListings.WindowOutOfRange.selector, it.shipBySec, 1 hours, 60 days));
        it = terms(CMT, PRICE);
        it.releaseSec = 60 days + 1;
        refuses(it, abi.encodeWithSelector(IListings.WindowOutOfRange.selector, it.releaseSec, 1 hours, 60 days));
        it = terms(CMT, PRICE);
        it.arbiter = seller;
        refuses(it, abi.encodeWithSelector(IListings.SellerIsArbiter.selector, seller));
        it.arbiter = stranger;
        refuses(it, abi.encodeWithSelector(IListings.ArbiterNotActive.selector, stranger));
        it = terms(stranger, PRICE);
        refuses(it, abi.encodeWithSelector(ICurrencyList.CurrencyNotAllowed.selector, stranger));
    }

    function refuses(IListings.Terms memory it, bytes memory expected) private {
        vm.startPrank(seller);
        vm.expectRevert(expected);
        listings.create(it, 1);
        uint256 id = listings.create(terms(CMT, PRICE), 1);
        vm.expectRevert(expected);
        listings.update(id, it);
        vm.stopPrank();
    }
}
