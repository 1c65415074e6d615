// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiterRegistry} from "../interfaces/IArbiterRegistry.sol";
import {ICurrencyList} from "../interfaces/ICurrencyList.sol";
import {IListings} from "../interfaces/IListings.sol";
import {OrderTerms} from "../libraries/OrderTerms.sol";

/// @title The shelf. Ids count from 1.
/// @notice constructor(checkout, currencies, arbiters). INV-STOCK: for each listing, all pieces ever put in equal
/// stock + sold, and sold equals what was paid for. A refund gives no piece back by itself; the seller restocks.
/// Trusted: Checkout, to take stock only in the transaction that pays for it.
contract Listings is IListings {
    uint256 private constant MAX_PIECES = type(uint64).max;

    address public immutable checkout;
    ICurrencyList public immutable currencies;
    IArbiterRegistry public immutable arbiters;

    /// @inheritdoc IListings
    uint256 public listingCount;
    mapping(uint256 listingId => Listing) private _listings;

    constructor(address checkout_, ICurrencyList currencies_, IArbiterRegistry arbiters_) {
        checkout = checkout_;
        currencies = currencies_;
        arbiters = arbiters_;
    }

    /// @inheritdoc IListings
    function create(Terms calldata terms, uint64 stock) external returns (uint256 listingId) {
        _checkTerms(terms, msg.sender);
        listingId = ++listingCount;
        Listing storage listing = _listings[listingId];
        listing.seller = msg.sender;
        listing.stock = stock;
        listing.terms = terms;
        emit ListingCreated(listingId, msg.sender, terms, stock);
    }

    /// @inheritdoc IListings
    function update(uint256 listingId, Terms calldata terms) external {
        Listing storage listing = _own(listingId);
        _checkTerms(terms, msg.sender);
        listing.terms = terms;
        emit ListingUpdated(listingId, terms);
    }

    /// @inheritdoc IListings
    function restock(uint256 listingId, uint64 added) external {
        Listing storage listing = _own(listingId);
        if (added == 0) revert ZeroQuantity();
        uint256 pieces = uint256(listing.stock) + listing.sold + added;
        if (pieces > MAX_PIECES) revert StockTooHigh(pieces, MAX_PIECES);
        listing.stock += added;
        emit ListingRestocked(listingId, added, listing.stock);
    }

    /// @inheritdoc IListings
    function pause(uint256 listingId) external {
        Listing storage listing = _own(listingId);
        if (listing.paused) revert ListingIsPaused(listingId);
        listing.paused = true;
        emit ListingPaused(listingId);
    }

    /// @inheritdoc IListings
    function resume(uint256 listingId) external {
        Listing storage listing = _own(listingId);
        if (!listing.paused) revert ListingNotPaused(listingId);
        listing.paused = false;
        emit ListingResumed(listingId);
    }

    /// @inheritdoc IListings
    function take(uint256 listingId, uint64 quantity, bytes32 termsHash) external returns (Listing memory) {
        if (msg.sender != checkout) revert OnlyCheckout(msg.sender);
        Listing storage listing = _known(listingId);
        if (listing.paused) revert ListingIsPaused(listingId);
        if (quantity == 0) revert ZeroQuantity();
        bytes32 actual = _termsHash(listingId, listing);
        if (termsHash != actual) revert TermsChanged(listingId, termsHash, actual);
        uint64 stock = listing.stock;
        if (quantity > stock) revert OutOfStock(listingId, quantity, stock);

        // INV-STOCK
        listing.stock = stock - quantity;
        listing.sold += quantity;
        emit StockTaken(listingId, quantity, stock - quantity);
        return listing;
    }

    /// @inheritdoc IListings
    function listingOf(uint256 listingId) external view returns (Listing memory) {
        return _known(listingId);
    }

    /// @inheritdoc IListings
    function termsHashOf(uint256 listingId) external view returns (bytes32) {
        return _termsHash(listingId, _known(listingId));
    }

    function _own(uint256 listingId) private view returns (Listing storage listing) {
        listing = _known(listingId);
        if (listing.seller != msg.sender) revert NotSeller(listingId, msg.sender, listing.seller);
    }

    function _known(uint256 listingId) private view returns (Listing storage listing) {
        listing = _listings[listingId];
        if (listing.seller == address(0)) revert UnknownListing(listingId);
    }

    function _checkTerms(Terms calldata terms, address seller) private view {
        if (terms.price == 0) revert ZeroPrice();
        if (terms.price > OrderTerms.MAX_AMOUNT) revert PriceTooHigh(terms.price, OrderTerms.MAX_AMOUNT);
        OrderTerms.requireWindow(terms.shipBySec);
        OrderTerms.requireWindow(terms.releaseSec);
        if (terms.arbiter == seller) revert SellerIsArbiter(seller);
        if (!arbiters.isActive(terms.arbiter)) revert ArbiterNotActive(terms.arbiter);
        if (!currencies.isAllowed(terms.currency)) revert ICurrencyList.CurrencyNotAllowed(terms.currency);
    }

    function _termsHash(uint256 listingId, Listing storage listing) private view returns (bytes32) {
        return keccak256(abi.encode(listingId, listing.seller, listing.terms));
    }
}
