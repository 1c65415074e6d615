// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMerchantRegistry} from "../interfaces/IMerchantRegistry.sol";

/// @title Merchants, their payout addresses and their gateway signers.
/// @notice constructor(). Nobody but the merchant itself changes its entry; there is no owner.
/// A revoked or expired signer's intents stop being payable at once, also those that it signed before.
contract MerchantRegistry is IMerchantRegistry {
    mapping(address merchant => Merchant) private _merchants;
    mapping(address merchant => mapping(address signer => uint64 expiresAtSec)) private _signerExpiry;

    modifier onlyMerchant() {
        if (!isRegistered(msg.sender)) revert NotRegistered(msg.sender);
        _;
    }

    /// @inheritdoc IMerchantRegistry
    function register(address payout, bytes32 profileHash) external {
        if (isRegistered(msg.sender)) revert AlreadyRegistered(msg.sender);
        if (payout == address(0)) revert InvalidPayout(payout);
        _merchants[msg.sender] = Merchant(payout, uint64(block.timestamp), profileHash);
        emit MerchantRegistered(msg.sender, payout, profileHash);
    }

    /// @inheritdoc IMerchantRegistry
    function setPayout(address payout) external onlyMerchant {
        if (payout == address(0)) revert InvalidPayout(payout);
        _merchants[msg.sender].payout = payout;
        emit PayoutChanged(msg.sender, payout);
    }

    /// @inheritdoc IMerchantRegistry
    function setProfile(bytes32 profileHash) external onlyMerchant {
        _merchants[msg.sender].profileHash = profileHash;
        emit ProfileChanged(msg.sender, profileHash);
    }

    /// @inheritdoc IMerchantRegistry
    function addSigner(address signer, uint64 expiresAtSec) external onlyMerchant {
        if (signer == address(0)) revert InvalidSigner(signer);
        if (expiresAtSec <= block.timestamp) revert ExpiryInPast(expiresAtSec, block.timestamp);
        _signerExpiry[msg.sender][signer] = expiresAtSec;
        emit SignerAdded(msg.sender, signer, expiresAtSec);
    }

    /// @inheritdoc IMerchantRegistry
    function revokeSigner(address signer) external onlyMerchant {
        if (_signerExpiry[msg.sender][signer] == 0) revert UnknownSigner(msg.sender, signer);
        delete _signerExpiry[msg.sender][signer];
        emit SignerRevoked(msg.sender, signer);
    }

    /// @inheritdoc IMerchantRegistry
    function merchantOf(address merchant) external view returns (Merchant memory) {
        return _merchants[merchant];
    }

    /// @inheritdoc IMerchantRegistry
    function payoutOf(address merchant) external view returns (address payout) {
        payout = _merchants[merchant].payout;
        if (payout == address(0)) revert NotRegistered(merchant);
    }

    /// @inheritdoc IMerchantRegistry
    function signerExpiryOf(address merchant, address signer) external view returns (uint64 expiresAtSec) {
        return _signerExpiry[merchant][signer];
    }

    /// @inheritdoc IMerchantRegistry
    function isCurrentSigner(address merchant, address signer) external view returns (bool) {
        return block.timestamp < _signerExpiry[merchant][signer];
    }

    /// @inheritdoc IMerchantRegistry
    function isRegistered(address merchant) public view returns (bool) {
        return _merchants[merchant].payout != address(0);
    }
}
