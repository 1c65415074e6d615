// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title X25519 message keys: what a sender wraps a private message's content key to.
interface IProfiles {
    event MessageKeyPublished(address indexed account, bytes32 messageKey);

    error EmptyMessageKey();
    error SignatureExpired(uint256 deadlineSec, uint256 nowSec);
    error InvalidSignature(address account);

    /// @param messageKey X25519 public key, 32 bytes.
    function publish(bytes32 messageKey) external;

    /// @notice Publishes for `account` with its EIP-712 signature over
    /// PublishKey(address account,bytes32 messageKey,uint256 nonce,uint256 deadlineSec); anyone pays the gas.
    function publishFor(address account, bytes32 messageKey, uint256 deadlineSec, bytes calldata signature) external;

    function messageKeyOf(address account) external view returns (bytes32);
    function nonceOf(address account) external view returns (uint256);
}
