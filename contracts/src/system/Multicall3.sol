// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Many calls in one, behind the interface that client libraries know as Multicall3.
/// @notice A predeploy: its bytecode stands in every genesis of this chain at 0xcA11bde05977b3631167028862bE2a173976CA11.
/// It holds nothing and trusts nobody. A call made through it has this contract as its sender, so it must never be
/// approved for a token. CMT sent along is only what `aggregate3Value` passes on in full.
contract Multicall3 {
    struct Call {
        address target;
        bytes callData;
    }

    struct Call3 {
        address target;
        bool allowFailure;
        bytes callData;
    }

    struct Call3Value {
        address target;
        bool allowFailure;
        uint256 value;
        bytes callData;
    }

    struct Result {
        bool success;
        bytes returnData;
    }

    /// @notice The call at this place failed, and no failure was allowed for it.
    error CallFailed(uint256 index);
    /// @notice The values of the calls do not add up to the CMT that was sent, both in atto CMT.
    error ValueMismatch(uint256 sent, uint256 wanted);

    /// @notice Every call must succeed.
    /// @return blockNumber The block all of them ran in.
    function aggregate(
        Call[] calldata calls
    ) external payable returns (uint256 blockNumber, bytes[] memory returnData) {
        blockNumber = block.number;
        returnData = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            bool success;
            (success, returnData[i]) = calls[i].target.call(calls[i].callData);
            if (!success) revert CallFailed(i);
        }
    }

    /// @notice Reports failures call by call, or reverts at the first where success is required.
    function tryAggregate(
        bool requireSuccess,
        Call[] calldata calls
    ) external payable returns (Result[] memory returnData) {
        return _tryAggregate(requireSuccess, calls);
    }

    function tryBlockAndAggregate(
        bool requireSuccess,
        Call[] calldata calls
    ) external payable returns (uint256 blockNumber, bytes32 blockHash, Result[] memory returnData) {
        return (block.number, blockhash(block.number), _tryAggregate(requireSuccess, calls));
    }

    function blockAndAggregate(
        Call[] calldata calls
    ) external payable returns (uint256 blockNumber, bytes32 blockHash, Result[] memory returnData) {
        return (block.number, blockhash(block.number), _tryAggregate(true, calls));
    }

    /// @notice Each call says for itself whether it may fail.
    function aggregate3(Call3[] calldata calls) external payable returns (Result[] memory returnData) {
        returnData = new Result[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            Call3 calldata current = calls[i];
            (bool success, bytes memory data) = current.target.call(current.callData);
            if (!success && !current.allowFailure) revert CallFailed(i);
            returnData[i] = Result(success, data);
        }
    }

    /// @notice As `aggregate3`, with CMT for each call; their sum must be what was sent.
    function aggregate3Value(Call3Value[] calldata calls) external payable returns (Result[] memory returnData) {
        returnData = new Result[](calls.length);
        uint256 wanted;
        for (uint256 i = 0; i < calls.length; ++i) {
            Call3Value calldata current = calls[i];
            wanted += current.value;
            (bool success, bytes memory data) = current.target.call{value: current.value}(current.callData);
            if (!success && !current.allowFailure) revert CallFailed(i);
            returnData[i] = Result(success, data);
        }
        if (msg.value != wanted) revert ValueMismatch(msg.value, wanted);
    }

    function getBlockHash(uint256 blockNumber) external view returns (bytes32) {
        return blockhash(blockNumber);
    }

    function getLastBlockHash() external view returns (bytes32) {
        return blockhash(block.number - 1);
    }

    function getBlockNumber() external view returns (uint256) {
        return block.number;
    }

    function getCurrentBlockTimestamp() external view returns (uint256) {
        return block.timestamp;
    }

    function getCurrentBlockGasLimit() external view returns (uint256) {
        return block.gaslimit;
    }

    function getCurrentBlockCoinbase() external view returns (address) {
        return block.coinbase;
    }

    /// @notice Named as clients call it; since the merge this is the block's prevRandao.
    function getCurrentBlockDifficulty() external view returns (uint256) {
        return block.prevrandao;
    }

    function getBasefee() external view returns (uint256) {
        return block.basefee;
    }

    function getChainId() external view returns (uint256) {
        return block.chainid;
    }

    /// @return Balance of `account` in atto CMT.
    function getEthBalance(address account) external view returns (uint256) {
        return account.balance;
    }

    function _tryAggregate(bool requireSuccess, Call[] calldata calls) private returns (Result[] memory returnData) {
        returnData = new Result[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory data) = calls[i].target.call(calls[i].callData);
            if (requireSuccess && !success) revert CallFailed(i);
            returnData[i] = Result(success, data);
        }
    }
}
