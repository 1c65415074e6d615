// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ArbiterRegistry} from "../../src/commerce/ArbiterRegistry.sol";
import {Checkout} from "../../src/commerce/Checkout.sol";
import {CurrencyList} from "../../src/commerce/CurrencyList.sol";
import {DepositFactory} from "../../src/commerce/DepositFactory.sol";
import {Escrow} from "../../src/commerce/Escrow.sol";
import {Listings} from "../../src/commerce/Listings.sol";
import {MerchantRegistry} from "../../src/commerce/MerchantRegistry.sol";
import {ICheckout} from "../../src/interfaces/ICheckout.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IListings} from "../../src/interfaces/IListings.sol";
import {RewardsProgram} from "../../src/rewards/RewardsProgram.sol";
import {Test} from "./Test.sol";
import {PlainToken} from "./Tokens.sol";

/// @title The whole commerce suite, wired as it is deployed, with its usual people.
/// @notice This contract is the owner. Money: 1 ether is 1 CMT or one PLAIN.
abstract contract Suite is Test {
    address internal constant CMT = address(0);
    uint256 internal constant BOND_FLOOR = 0.1 ether;
    uint256 internal constant SIGNER_KEY = uint256(keccak256("gateway signer"));
    uint32 internal constant SHIP_BY = 3 days;
    uint32 internal constant RELEASE = 7 days;

    MerchantRegistry internal merchants;
    CurrencyList internal currencies;
    ArbiterRegistry internal arbiters;
    Escrow internal escrow;
    Checkout internal checkout;
    Listings internal listings;
    RewardsProgram internal rewards;
    DepositFactory internal deposits;
    PlainToken internal plain;

    address internal seller = makeAddr("seller");
    address internal payout = makeAddr("payout");
    address internal buyer = makeAddr("buyer");
    address internal buyer2 = makeAddr("buyer2");
    address internal arbiter = makeAddr("arbiter");
    address internal fallback1 = makeAddr("fallback1");
    address internal fallback2 = makeAddr("fallback2");
    address internal platform = makeAddr("platform");
    address internal stranger = makeAddr("stranger");
    address internal signer = vm.addr(SIGNER_KEY);

    function deploySuite() internal {
        vm.warp(1_800_000_000);
        uint256 nonce = vm.getNonce(address(this));
        address escrowAt = vm.computeCreateAddress(address(this), nonce + 3);
        address checkoutAt = vm.computeCreateAddress(address(this), nonce + 4);
        address listingsAt = vm.computeCreateAddress(address(this), nonce + 5);
        address rewardsAt = vm.computeCreateAddress(address(this), nonce + 6);
        merchants = new MerchantRegistry();
        currencies = new CurrencyList(address(this), BOND_FLOOR);
        arbiters = new ArbiterRegistry(escrowAt, address(this));
        Escrow.Wiring memory wiring = Escrow.Wiring(
            checkoutAt,
            currencies,
            merchants,
            arbiters,
            RewardsProgram(rewardsAt)
        );
        escrow = new Escrow(address(this), wiring, platform, 100);
        checkout = new Checkout(escrow, Listings(listingsAt), merchants, RewardsProgram(rewardsAt));
        listings = new Listings(checkoutAt, currencies, arbiters);
        rewards = new RewardsProgram(escrow, checkoutAt, currencies);
        deposits = new DepositFactory(checkout, escrowAt);
        plain = new PlainToken();
        currencies.allow(address(plain), BOND_FLOOR);
    }

    function introducePeople() internal {
        address[7] memory people = [seller, buyer, buyer2, arbiter, fallback1, fallback2, stranger];
        for (uint256 i = 0; i < people.length; ++i) fund(people[i]);
        vm.startPrank(seller);
        merchants.register(payout, bytes32("profile"));
        merchants.addSigner(signer, uint64(block.timestamp + 365 days));
        rewards.create("Points", "PTS", CMT, 500, 0.01 ether);
        vm.stopPrank();
        bondArbiter(arbiter, 1_000 ether);
        bondArbiter(fallback1, 1_000 ether);
        bondArbiter(fallback2, 1_000 ether);
        arbiters.setFallback(fallback1, true);
        arbiters.setFallback(fallback2, true);
    }

    function fund(address account) internal {
        vm.deal(account, 1e30);
        plain.mint(account, 1e30);
        vm.startPrank(account);
        plain.approve(address(escrow), type(uint256).max);
        plain.approve(address(arbiters), type(uint256).max);
        vm.stopPrank();
    }

    function bondArbiter(address account, uint256 amount) internal {
        vm.startPrank(account);
        arbiters.register(200, bytes32("arbiter"));
        arbiters.deposit{value: amount}(CMT, amount);
        arbiters.deposit(address(plain), amount);
        vm.stopPrank();
    }

    function terms(address currency, uint256 price) internal view returns (IListings.Terms memory) {
        return IListings.Terms(currency, arbiter, SHIP_BY, RELEASE, price, keccak256("content"));
    }

    function list(address currency, uint256 price, uint64 stock) internal returns (uint256 listingId) {
        vm.prank(seller);
        return listings.create(terms(currency, price), stock);
    }

    function line(uint256 listingId, uint64 quantity) internal view returns (ICheckout.Line memory) {
        return ICheckout.Line(listingId, quantity, listings.termsHashOf(listingId));
    }

    function orderOf1(
        uint256 listingId,
        uint64 quantity
    ) internal view returns (ICheckout.ListingOrder[] memory orders) {
        orders = new ICheckout.ListingOrder[](1);
        orders[0].lines = new ICheckout.Line[](1);
        orders[0].lines[0] = line(listingId, quantity);
        orders[0].noteHash = keccak256("note");
    }

    function noOrders() internal pure returns (ICheckout.ListingOrder[] memory) {
        return new ICheckout.ListingOrder[](0);
    }

    function noIntents() internal pure returns (ICheckout.SignedIntent[] memory) {
        return new ICheckout.SignedIntent[](0);
    }

    function buy(address who, uint256 listingId, uint64 quantity, uint256 value) internal returns (uint256 orderId) {
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, quantity);
        vm.prank(who);
        return checkout.pay{value: value}(orders, noIntents())[0];
    }

    /// @dev A CMT order of one listing, paid by `buyer`.
    function fundedOrder(uint256 price) internal returns (uint256 orderId) {
        return buy(buyer, list(CMT, price, 1), 1, price);
    }

    function shippedOrder(uint256 price) internal returns (uint256 orderId) {
        orderId = fundedOrder(price);
        vm.prank(seller);
        escrow.ship(orderId, bytes32("tracking"));
    }

    function disputedOrder(uint256 price) internal returns (uint256 orderId) {
        orderId = shippedOrder(price);
        uint256 value = depositOf(orderId);
        vm.prank(buyer);
        escrow.dispute{value: value}(orderId, bytes32("broken"));
    }

    function answeredOrder(uint256 price) internal returns (uint256 orderId) {
        orderId = disputedOrder(price);
        uint256 value = depositOf(orderId);
        vm.prank(seller);
        escrow.answer{value: value}(orderId, bytes32("was fine"));
    }

    function escalatedOrder(uint256 price) internal returns (uint256 orderId) {
        orderId = answeredOrder(price);
        vm.warp(escrow.orderOf(orderId).deadlineSec + 1);
        escrow.escalate(orderId);
    }

    function depositOf(uint256 orderId) internal view returns (uint256) {
        (uint256 bond, uint256 fee) = escrow.depositFor(orderId);
        return bond + fee;
    }

    function stateOf(uint256 orderId) internal view returns (IEscrow.State) {
        return escrow.orderOf(orderId).state;
    }

    function assertState(uint256 orderId, IEscrow.State expected) internal view {
        assertEq(uint256(stateOf(orderId)), uint256(expected), "state");
    }

    function intent(bytes32 id, address currency, uint256 amount) internal view returns (ICheckout.Intent memory) {
        return
            ICheckout.Intent({
                merchant: seller,
                id: id,
                currency: currency,
                amount: amount,
                feeCapBps: 100,
                arbiter: arbiter,
                shipBySec: SHIP_BY,
                releaseSec: RELEASE,
                deadlineSec: uint64(block.timestamp + 15 minutes),
                refundTo: buyer,
                payer: address(0)
            });
    }

    function sign(uint256 key, ICheckout.Intent memory it) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, checkout.intentDigest(it));
        return abi.encodePacked(r, s, v);
    }

    function sign(ICheckout.Intent memory it) internal view returns (bytes memory) {
        return sign(SIGNER_KEY, it);
    }

    function signed1(ICheckout.Intent memory it) internal view returns (ICheckout.SignedIntent[] memory intents) {
        intents = new ICheckout.SignedIntent[](1);
        intents[0] = ICheckout.SignedIntent(it, sign(it), 0);
    }
}
