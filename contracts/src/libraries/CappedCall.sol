// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A call that can neither use more gas than it is given nor return data that costs the caller gas.
/// @notice Assembly, because Solidity copies the return data of `call` to memory at the caller's cost, even where it
/// is ignored (a "return bomb"), and OpenZeppelin's LowLevelCall has no gas argument.
library CappedCall {
    /// @dev EIP-150 keeps 1/64 of the gas back from a call, so more must be left than the callee is promised. The
    /// reserve pays the call itself (value, new account: 36_700) and what the caller does after it.
    uint256 private constant RESERVE_GAS = 60_000;

    /// @return needed Gas that must be left for the callee to surely get `gasCap`. Callers check it: without the check
    /// `eth_estimateGas`, which searches the least gas that succeeds, would starve every call of this kind.
    function gasNeeded(uint256 gasCap) internal pure returns (uint256 needed) {
        return gasCap + gasCap / 63 + RESERVE_GAS;
    }

    function tryCall(address to, uint256 value, uint256 gasCap, bytes memory data) internal returns (bool ok) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            ok := call(gasCap, to, value, add(data, 0x20), mload(data), 0, 0)
        }
    }
}
