// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Who sells, where the money goes, and which gateway keys may sign payment intents.
/// @notice A merchant is an account that registered itself. Times are Unix seconds.
interface IMerchantRegistry {
    struct Merchant {
        address payout;
        uint64 registeredAtSec;
        bytes32 profileHash;
    }

    event MerchantRegistered(address indexed merchant, address payout, bytes32 profileHash);
    event PayoutChanged(address indexed merchant, address payout);
    event ProfileChanged(address indexed merchant, bytes32 profileHash);
    event SignerAdded(address indexed merchant, address indexed signer, uint64 expiresAtSec);
    event SignerRevoked(address indexed merchant, address indexed signer);

    error AlreadyRegistered(address merchant);
    error NotRegistered(address merchant);
    error InvalidPayout(address payout);
    error InvalidSigner(address signer);
    error ExpiryInPast(uint64 expiresAtSec, uint256 nowSec);
    error UnknownSigner(address merchant, address signer);

    function register(address payout, bytes32 profileHash) external;
    function setPayout(address payout) external;
    function setProfile(bytes32 profileHash) external;

    /// @notice Adds a gateway signer or moves its expiry. It may sign until `expiresAtSec`, exclusive.
    function addSigner(address signer, uint64 expiresAtSec) external;
    function revokeSigner(address signer) external;

    function merchantOf(address merchant) external view returns (Merchant memory);
    function isRegistered(address merchant) external view returns (bool);

    /// @return payout The payout address; reverts with {NotRegistered} for an unknown merchant.
    function payoutOf(address merchant) external view returns (address payout);
    function signerExpiryOf(address merchant, address signer) external view returns (uint64 expiresAtSec);
    function isCurrentSigner(address merchant, address signer) external view returns (bool);
}
