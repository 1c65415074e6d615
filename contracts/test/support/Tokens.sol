// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A well-behaved ERC-20 that anyone may mint.
contract PlainToken is ERC20 {
    constructor() ERC20("Plain dollar", "PLAIN") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @title Keeps 1% of every transfer.
contract FeeToken is PlainToken {
    function _update(address from, address to, uint256 amount) internal override {
        if (from == address(0) || to == address(0)) return super._update(from, to, amount);
        super._update(from, address(0xfee), amount / 100);
        super._update(from, to, amount - amount / 100);
    }
}

/// @title Can be told to refuse transfers or to call somebody in the middle of one.
contract MoodyToken is PlainToken {
    error Moody();

    bool public refusing;
    address public target;
    bytes public payload;
    bool public callSucceeded;

    function setRefusing(bool refusing_) external {
        refusing = refusing_;
    }

    function setCall(address target_, bytes calldata payload_) external {
        target = target_;
        payload = payload_;
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (refusing) revert Moody();
        super._update(from, to, amount);
        if (target == address(0)) return;
        (callSucceeded, ) = target.call(payload);
    }
}
