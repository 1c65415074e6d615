// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Counter} from "../src/Counter.sol";

interface Vm {
    function startBroadcast() external;
    function stopBroadcast() external;
}

/// @title What `forge script --broadcast` runs: a deployment and a call that depends on it.
contract Deploy {
    Vm private constant VM = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    bool public constant IS_SCRIPT = true;

    function run() external returns (Counter counter) {
        VM.startBroadcast();
        counter = new Counter();
        counter.add(3);
        VM.stopBroadcast();
    }
}
