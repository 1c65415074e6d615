// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Market} from "./support/Market.sol";
import {Test} from "./support/Test.sol";

/// @dev The runner finds the contracts that it may call among those of the test files only.
contract OpenMarket is Market {}

/// @title What holds after anything that anybody did, in any order.
contract MarketInvariantTest is Test {
    OpenMarket private _market;

    function setUp() public {
        _market = new OpenMarket();
        bytes4[] memory selectors = new bytes4[](12);
        selectors[0] = Market.listSomething.selector;
        selectors[1] = Market.changeListing.selector;
        selectors[2] = Market.payListing.selector;
        selectors[3] = Market.payIntent.selector;
        selectors[4] = Market.payAgain.selector;
        selectors[5] = Market.act.selector;
        selectors[6] = Market.elapse.selector;
        selectors[7] = Market.withdraw.selector;
        selectors[8] = Market.moveBond.selector;
        selectors[9] = Market.govern.selector;
        selectors[10] = Market.donate.selector;
        selectors[11] = Market.actOften.selector;
        targetContract(address(_market));
        targetSelector(FuzzSelector(address(_market), selectors));
    }

    function invariant_INV_ESCROW_SOLVENT_BalanceCoversAllThatIsOwed() public view {
        for (uint256 i = 0; i < 2; ++i) {
            address currency = _market.currencyAt(i);
            uint256 mustHold = _market.mustHold(currency);
            assertEq(_market.owed(currency), mustHold, "INV-ESCROW-SOLVENT: the ledger");
            assertGe(_market.holds(currency), mustHold, "INV-ESCROW-SOLVENT: the balance");
        }
    }

    function invariant_INV_STOCK_NothingIsOversoldOrLost() public view {
        for (uint256 id = 1; id <= _market.listingCount(); ++id) {
            (uint256 stock, uint256 sold, uint256 put, uint256 paid) = _market.stockOf(id);
            assertEq(stock + sold, put, "INV-STOCK: pieces");
            assertEq(sold, paid, "INV-STOCK: sold is what was paid");
        }
    }

    function invariant_INV_ONCE_EveryPaymentIsOneOrder() public view {
        assertEq(_market.orderCount(), _market.payments(), "INV-ONCE");
        assertTrue(bytes(_market.broken()).length == 0, _market.broken());
    }

    function invariant_INV_TERMINAL_AClosedOrderNeverChanges() public view {
        for (uint256 id = 1; id <= _market.orderCount(); ++id) {
            assertTrue(!_market.hasChangedSinceClosed(id), "INV-TERMINAL");
        }
    }

    /// @dev The same four on longer walks that look for trouble: mostly legal steps on few orders.
    function testFuzz_INV_ESCROW_SOLVENT_StockOnceAndTerminalHoldOnAWalk(uint256 seed) public {
        _walk(seed, 60);
        invariant_INV_ESCROW_SOLVENT_BalanceCoversAllThatIsOwed();
        invariant_INV_STOCK_NothingIsOversoldOrLost();
        invariant_INV_ONCE_EveryPaymentIsOneOrder();
        invariant_INV_TERMINAL_AClosedOrderNeverChanges();
    }

    /// @dev A walk of random steps, more of them on orders than an even choice would make; then a stranger ends it all.
    function testFuzz_INV_NOT_STUCK_AStrangerEndsEveryOrder(uint256 seed) public {
        _walk(seed, 60);
        assertEq(_market.endEverything(), 0, "INV-NOT-STUCK: all money left");
        assertEq(_market.openOrders(), 0, "INV-NOT-STUCK: all orders ended");
    }

    /// @dev The runs above mean something only if they meet every state: Funded (1) to Split (8), and nobody to fall back on (9).
    function test_TheWalkReachesEveryState() public {
        uint256 seen = 0;
        for (uint256 seed = 0; seed < 30; ++seed) {
            _market = new OpenMarket();
            _walk(seed, 60);
            seen |= _market.statesSeen();
        }
        assertEq(seen, 0x3fe, "states seen");
    }

    function _walk(uint256 seed, uint256 steps) private {
        for (uint256 i = 0; i < steps; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            _step(seed % 12, seed >> 8);
        }
    }

    function _step(uint256 kind, uint256 seed) private {
        if (kind == 0) _market.payListing(seed, 1 + uint64(seed % 3), seed, false);
        else if (kind == 1) _market.payIntent(seed, seed, seed % 5 == 0);
        else if (kind == 2 || kind == 5) _market.elapse(uint32(seed % 10 days));
        else if (kind == 3) _market.moveBond(seed, seed);
        else if (kind == 4) _market.govern(seed);
        else _market.act(seed, uint16(seed));
    }
}
