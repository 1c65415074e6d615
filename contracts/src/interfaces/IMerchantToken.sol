// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A merchant's own reward token: ERC-20 with permit (ERC-2612), 18 decimals, minted by the programme alone.
interface IMerchantToken {
    error OnlyProgram(address caller);
    /// @dev Tokens sent to the programme by hand would be lost there; redeem them at a checkout instead.
    error SendToProgram(address program);

    function merchant() external view returns (address);
    function program() external view returns (address);
    function mint(address to, uint256 amount) external;
    function burn(uint256 amount) external; // from the caller's balance
    /// @notice Moves `amount` from a holder to the programme during a redemption. Only the programme, no allowance.
    function take(address from, uint256 amount) external;
}
