// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IProfiles} from "../interfaces/IProfiles.sol";

/// @title Message keys by account. The latest one counts; old ones stay readable in the logs.
/// @notice constructor(). EIP-712 domain {name "CyberMiles Profiles", version "1", chainId, verifyingContract}.
/// Signatures of contract accounts (ERC-1271) count too.
contract Profiles is IProfiles, EIP712 {
    bytes32 private constant PUBLISH_TYPEHASH = keccak256(
        "PublishKey(address account,bytes32 messageKey,uint256 nonce,uint256 deadlineSec)"
    );

    mapping(address account => bytes32 key) private _messageKey;
    mapping(address account => uint256 nonce) private _nonce;

    constructor() EIP712("CyberMiles Profiles", "1") {}

    /// @inheritdoc IProfiles
    function publish(bytes32 messageKey) external {
        _publish(msg.sender, messageKey);
    }

    /// @inheritdoc IProfiles
    function publishFor(address account, bytes32 messageKey, uint256 deadlineSec, bytes calldata signature) external {
        if (block.timestamp > deadlineSec) revert SignatureExpired(deadlineSec, block.timestamp);
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(PUBLISH_TYPEHASH, account, messageKey, _nonce[account], deadlineSec))
        );
        if (!SignatureChecker.isValidSignatureNowCalldata(account, digest, signature)) {
            revert InvalidSignature(account);
        }
        _publish(account, messageKey);
    }

    /// @inheritdoc IProfiles
    function messageKeyOf(address account) external view returns (bytes32) {
        return _messageKey[account];
    }

    /// @inheritdoc IProfiles
    function nonceOf(address account) external view returns (uint256) {
        return _nonce[account];
    }

    /// @dev Every publication takes a nonce, so that a signature that was held back cannot restore an older key.
    function _publish(address account, bytes32 messageKey) private {
        if (messageKey == bytes32(0)) revert EmptyMessageKey();
        ++_nonce[account];
        _messageKey[account] = messageKey;
        emit MessageKeyPublished(account, messageKey);
    }
}
