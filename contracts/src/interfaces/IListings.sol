// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What is for sale. Stock is taken when it is paid, so it is never oversold (INV-STOCK).
interface IListings {
    /// @dev Terms that the buyer agrees to by paying; `termsHash` commits to them.
    struct Terms {
        address currency; // address(0) = CMT
        address arbiter;
        uint32 shipBySec; // seconds after payment within which the seller ships
        uint32 releaseSec; // seconds after shipping before the money releases by itself
        uint256 price; // per piece, smallest unit of `currency`
        bytes32 contentHash; // keccak256 of the listing's content document
    }

    struct Listing {
        address seller;
        bool paused;
        uint64 stock; // pieces that can still be bought
        uint64 sold; // pieces sold so far
        Terms terms;
    }

    event ListingCreated(uint256 indexed listingId, address indexed seller, Terms terms, uint64 stock);
    event ListingUpdated(uint256 indexed listingId, Terms terms);
    event ListingRestocked(uint256 indexed listingId, uint64 added, uint64 stock);
    event ListingPaused(uint256 indexed listingId);
    event ListingResumed(uint256 indexed listingId);
    event StockTaken(uint256 indexed listingId, uint64 quantity, uint64 stockLeft);

    error UnknownListing(uint256 listingId);
    error NotSeller(uint256 listingId, address caller, address seller);
    error ListingIsPaused(uint256 listingId);
    error ListingNotPaused(uint256 listingId);
    error OutOfStock(uint256 listingId, uint64 wanted, uint64 stock);
    error TermsChanged(uint256 listingId, bytes32 expected, bytes32 actual);
    error ZeroPrice();
    error ZeroQuantity();
    error PriceTooHigh(uint256 price, uint256 max);
    error WindowOutOfRange(uint32 seconds_, uint32 min, uint32 max);
    error SellerIsArbiter(address seller);
    error ArbiterNotActive(address arbiter);
    error StockTooHigh(uint256 pieces, uint256 max);
    error OnlyCheckout(address caller);

    function create(Terms calldata terms, uint64 stock) external returns (uint256 listingId);
    function update(uint256 listingId, Terms calldata terms) external;
    function restock(uint256 listingId, uint64 added) external;
    function pause(uint256 listingId) external;
    function resume(uint256 listingId) external;

    /// @notice Takes `quantity` pieces for a payment in the same transaction. Only Checkout.
    /// @param termsHash What the buyer saw; a listing changed since reverts with {TermsChanged}.
    function take(uint256 listingId, uint64 quantity, bytes32 termsHash) external returns (Listing memory);

    function listingOf(uint256 listingId) external view returns (Listing memory);
    /// @return keccak256(abi.encode(listingId, seller, terms))
    function termsHashOf(uint256 listingId) external view returns (bytes32);
    function listingCount() external view returns (uint256);
}
