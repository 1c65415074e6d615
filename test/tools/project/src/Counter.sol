// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title The smallest contract with state, an event and a revert; what other people's tools deploy in the test.
contract Counter {
    uint256 public count;

    event Counted(address indexed by, uint256 count);
    error TooMuch(uint256 step, uint256 max);

    function add(uint256 step) external {
        if (step > 10) revert TooMuch(step, 10);
        count += step;
        emit Counted(msg.sender, count);
    }
}
