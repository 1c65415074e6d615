// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Arbiters bond at least what they hold open and are slashed for a missed deadline.
/// @notice Bonds are kept per currency (address(0) is CMT), so that no price feed is needed.
interface IArbiterRegistry {
    struct Arbiter {
        bool active;
        bool isFallback; // in the pool that governance keeps
        uint16 feeBps; // of the order's amount, paid by the loser
        bytes32 profileHash;
        uint64 ruled;
        uint64 missed;
    }

    event ArbiterRegistered(address indexed arbiter, uint16 feeBps, bytes32 profileHash);
    event ArbiterUpdated(address indexed arbiter, uint16 feeBps, bytes32 profileHash);
    event ArbiterRetired(address indexed arbiter);
    event FallbackChanged(address indexed arbiter, bool isFallback);
    event BondDeposited(address indexed arbiter, address indexed currency, uint256 amount, uint256 bond);
    event BondWithdrawn(address indexed arbiter, address indexed currency, uint256 amount, uint256 bond);
    event CaseOpened(uint256 indexed orderId, address indexed arbiter, address currency, uint256 amount);
    event CaseClosed(uint256 indexed orderId, address indexed arbiter, bool ruled);
    event ArbiterSlashed(uint256 indexed orderId, address indexed arbiter, address currency, uint256 amount);

    error NotAnArbiter(address account);
    error AlreadyArbiter(address account);
    error FeeTooHigh(uint16 feeBps, uint16 maxBps);
    error BondInUse(uint256 wanted, uint256 free);
    error ZeroAmount();
    error WrongAmount(uint256 expected, uint256 received);
    error OnlyEscrow(address caller);
    error CasesStillOpen(address arbiter, uint256 count);
    error CaseExists(uint256 orderId);
    error NoOpenCase(uint256 orderId);
    error FallbackPoolFull(uint256 max);
    error TransferFailed(address to, uint256 amount);

    function register(uint16 feeBps, bytes32 profileHash) external;
    function update(uint16 feeBps, bytes32 profileHash) external;
    function retire() external; // only without open cases; bonds can be withdrawn afterwards
    function deposit(address currency, uint256 amount) external payable;
    function withdraw(address currency, uint256 amount) external;
    function setFallback(address arbiter, bool isFallback) external; // governance

    /// @notice Reserves `amount` of the arbiter's free bond for a case. Only Escrow.
    /// @return ok False where the arbiter is retired or its free bond is too small; the caller then falls back.
    function openCase(uint256 orderId, address arbiter, address currency, uint256 amount) external returns (bool ok);

    /// @notice Assigns a fallback arbiter in rotation, never a party nor the first arbiter. Only Escrow.
    /// @return arbiter address(0) where no one in the pool is free.
    function openFallbackCase(
        uint256 orderId,
        address[3] calldata excluded,
        address currency,
        uint256 amount
    ) external returns (address arbiter);

    /// @notice Frees the bond of a case. Only Escrow.
    function closeCase(uint256 orderId, bool ruled) external;

    /// @notice Slashes the case's arbiter by SLASH_BPS of what the case reserved, frees the rest and sends the money to
    /// Escrow (CMT by a plain call, so Escrow needs `receive`), which credits the parties. Only Escrow.
    /// @return amount What Escrow received, in the case's currency; 0 where the token refuses to move, so that a broken
    /// token never keeps an order from its end.
    function slashCase(uint256 orderId) external returns (uint256 amount);

    function arbiterOf(address arbiter) external view returns (Arbiter memory);
    function isActive(address arbiter) external view returns (bool);
    /// @return arbiter Whose case it is, 0 where none is open. @return amount What it reserves, in `currency`.
    function caseOf(uint256 orderId) external view returns (address arbiter, address currency, uint256 amount);
    function openCasesOf(address arbiter) external view returns (uint256);
    function fallbackArbiters() external view returns (address[] memory);
    function feeBpsOf(address arbiter) external view returns (uint16);
    function bondOf(address arbiter, address currency) external view returns (uint256 bond, uint256 reserved);
    function SLASH_BPS() external view returns (uint16);
    function MAX_FEE_BPS() external view returns (uint16);
    function MAX_FALLBACKS() external view returns (uint256);
}
