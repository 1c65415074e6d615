// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IMerchantToken} from "../interfaces/IMerchantToken.sol";

/// @title A merchant's own reward token, deployed, minted and collected by {RewardsProgram}.
/// @notice 18 decimals, freely transferable, with permit. The merchant has no power over it: what a token redeems for
/// and how many come into being is the programme's rule alone.
contract MerchantToken is IMerchantToken, ERC20Permit {
    /// @inheritdoc IMerchantToken
    address public immutable merchant;
    /// @inheritdoc IMerchantToken
    address public immutable program;

    modifier onlyProgram() {
        if (msg.sender != program) revert OnlyProgram(msg.sender);
        _;
    }

    /// @param merchant_ Whose token it is; the deployer is the programme.
    constructor(string memory name, string memory symbol, address merchant_) ERC20(name, symbol) ERC20Permit(name) {
        merchant = merchant_;
        program = msg.sender;
    }

    /// @inheritdoc IMerchantToken
    function mint(address to, uint256 amount) external onlyProgram {
        _mint(to, amount);
    }

    /// @inheritdoc IMerchantToken
    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }

    /// @inheritdoc IMerchantToken
    function take(address from, uint256 amount) external onlyProgram {
        _transfer(from, msg.sender, amount);
    }

    /// @dev The programme's balance is exactly what open orders hold, so nobody else may send tokens there.
    function _update(address from, address to, uint256 amount) internal override {
        if (to == program && msg.sender != program) revert SendToProgram(program);
        super._update(from, to, amount);
    }
}
