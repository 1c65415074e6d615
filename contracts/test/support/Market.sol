// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiterRegistry} from "../../src/interfaces/IArbiterRegistry.sol";
import {ICheckout} from "../../src/interfaces/ICheckout.sol";
import {IDepositFactory} from "../../src/interfaces/IDepositFactory.sol";
import {IEscrow} from "../../src/interfaces/IEscrow.sol";
import {IListings} from "../../src/interfaces/IListings.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Suite} from "./Suite.sol";

/// @title A whole market and everything its people can try, legal or not, in any order.
/// @notice Keeps its own account beside the contracts' and never reverts; what should be impossible is noted in
/// `broken`. Invariant runs call it with random arguments; INV-NOT-STUCK walks it by itself.
contract Market is Suite {
    struct Shelf {
        uint256 put; // pieces ever put in
        uint256 paid; // pieces that a successful payment bought
    }

    /// @notice The first impossible thing that happened, else empty.
    string public broken;
    uint256 public payments;
    /// @notice Bit n is set where an order was seen in state n; bit 9 where Fallback found no arbiter.
    uint256 public statesSeen;

    mapping(uint256 listingId => Shelf) public shelfOf;
    mapping(uint256 orderId => bytes32) private _closedAs;
    ICheckout.Intent[] private _intents;
    mapping(bytes32 paymentKey => bool) private _wasPaid;
    uint256 private _ids;
    address[10] private _people;
    address private constant HAS_NO_PAYOUT = address(0x5e11e2);

    constructor() {
        deploySuite();
        introducePeople();
        _bondMore(arbiter);
        _bondMore(fallback1); // fallback2 is often not free
        fund(HAS_NO_PAYOUT);
        _people = [seller, buyer, buyer2, arbiter, fallback1, fallback2, stranger, HAS_NO_PAYOUT, payout, platform];
        shelfOf[list(CMT, 3 ether, 40)].put = 40;
        shelfOf[list(address(plain), 2 ether, 40)].put = 40;
    }

    // ------------------------------------------------------------------------------------------------------ selling

    function listSomething(uint256 who, uint256 price, uint64 stock, uint256 seed) external {
        IListings.Terms memory it = terms(_currency(seed), bound(price, 1, 1e24));
        it.shipBySec = uint32(bound(seed >> 8, 1 hours, 60 days));
        it.releaseSec = uint32(bound(seed >> 64, 1 hours, 60 days));
        if (seed % 7 == 0) it.arbiter = fallback1;
        vm.prank(who % 2 == 0 ? seller : HAS_NO_PAYOUT);
        uint256 listingId = listings.create(it, stock);
        shelfOf[listingId].put = stock;
    }

    function changeListing(uint256 seed, uint256 price, uint64 added) external {
        uint256 listingId = _listing(seed);
        IListings.Terms memory it = terms(_currency(seed >> 8), bound(price, 1, 1e24));
        vm.startPrank(listings.listingOf(listingId).seller);
        if (seed % 4 == 0) listings.update(listingId, it);
        if (seed % 4 == 1 && _ok(address(listings), abi.encodeCall(IListings.restock, (listingId, added)))) {
            shelfOf[listingId].put += added;
        }
        if (seed % 4 == 2) _ok(address(listings), abi.encodeCall(IListings.pause, (listingId)));
        if (seed % 4 == 3) _ok(address(listings), abi.encodeCall(IListings.resume, (listingId)));
        vm.stopPrank();
    }

    // ------------------------------------------------------------------------------------------------------- paying

    function payListing(uint256 seed, uint64 quantity, uint256 tokens, bool wrongValue) external {
        uint256 listingId = _listing(seed);
        IListings.Listing memory listing = listings.listingOf(listingId);
        quantity = uint64(bound(quantity, 0, 50));
        address who = _buyer(seed);
        ICheckout.ListingOrder[] memory orders = orderOf1(listingId, quantity);
        uint256 due = listing.terms.price * quantity;
        orders[0].rewardAmount = _redeemable(who, listing, tokens, due);
        due -= rewards.quote(listing.seller, orders[0].rewardAmount);
        uint256 value = listing.terms.currency == CMT ? due : 0;
        if (wrongValue) value += 1;

        vm.prank(who);
        try checkout.pay{value: value}(orders, noIntents()) returns (uint256[] memory) {
            ++payments;
            if (wrongValue) broken = "a wrong amount was taken";
            if (quantity > listing.stock) broken = "INV-STOCK: oversold";
            shelfOf[listingId].paid += quantity;
        } catch {}
    }

    function payIntent(uint256 seed, uint256 amount, bool byDeposit) external {
        ICheckout.Intent memory it = intent(bytes32(++_ids), _currency(seed), bound(amount, 1, 1e24));
        it.refundTo = _buyer(seed);
        it.shipBySec = uint32(bound(seed >> 8, 1 hours, 60 days));
        _intents.push(it);
        _tryIntent(it, byDeposit, seed);
    }

    /// @dev INV-ONCE: the same id again, with the same or with other terms, on either rail.
    function payAgain(uint256 seed, uint256 amount, bool byDeposit) external {
        if (_intents.length == 0) return;
        ICheckout.Intent memory it = _intents[seed % _intents.length];
        it.deadlineSec = uint64(block.timestamp + 1 hours);
        if (seed % 2 == 0) it.amount = bound(amount, 1, 1e24);
        if (seed % 3 == 0) it.refundTo = _buyer(seed >> 8);
        _tryIntent(it, byDeposit, seed);
    }

    // ------------------------------------------------------------------------------------------------------- orders

    /// @dev A few steps at once, so that short runs get far.
    function actOften(uint256 seed) external {
        for (uint256 i = 0; i < 5; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            act(seed, uint16(seed >> 200));
        }
    }

    /// @dev Anybody tries anything on any order.
    function act(uint256 seed, uint16 bps) public {
        uint256 count = escrow.orderCount();
        if (count == 0) return;
        uint256 id = 1 + (seed % count);
        (bytes memory call, address natural) = _action(id, seed >> 32, bps % 10_002);
        _note(id);
        address who = (seed >> 96) % 4 == 0 ? _people[(seed >> 104) % _people.length] : natural;
        _tryOrder(who, id, call);
    }

    function elapse(uint32 elapsedSec) external {
        vm.warp(block.timestamp + bound(elapsedSec, 1, 20 days));
    }

    /// @dev The next who has something to withdraw, counting from a random one.
    function withdraw(uint256 seed) external {
        address currency = _currency(seed >> 8);
        for (uint256 i = 0; i < _people.length; ++i) {
            address who = _people[((seed % _people.length) + i) % _people.length];
            if (_ok(address(escrow), abi.encodeCall(IEscrow.withdraw, (who, currency)))) return;
        }
    }

    function moveBond(uint256 seed, uint256 amount) external {
        address who = [arbiter, fallback1, fallback2][seed % 3];
        amount = bound(amount, 1, 1e23);
        vm.startPrank(who);
        bytes memory call = abi.encodeCall(IArbiterRegistry.withdraw, (_currency(seed >> 8), amount));
        if (seed % 2 == 0) arbiters.deposit{value: amount}(CMT, amount);
        else _ok(address(arbiters), call);
        vm.stopPrank();
    }

    function govern(uint256 seed) external {
        escrow.setFee(uint16(bound(seed, 0, 500)));
        currencies.allow(_currency(seed >> 16), bound(seed >> 24, 1, 10 ether));
        arbiters.setFallback(fallback1, (seed >> 32) % 4 == 0);
        arbiters.setFallback(fallback2, (seed >> 40) % 4 == 0);
    }

    function donate(uint96 amount) external {
        plain.mint(address(escrow), amount);
    }

    // ------------------------------------------------------------------------------------------------ the other account

    /// @return sum What the escrow must hold, added up order by order and account by account.
    function mustHold(address currency) external view returns (uint256 sum) {
        for (uint256 id = 1; id <= escrow.orderCount(); ++id) {
            IEscrow.Order memory order = escrow.orderOf(id);
            if (order.currency != currency || order.state > IEscrow.State.Fallback) continue;
            sum += order.amount;
            if (order.state == IEscrow.State.Disputed) sum += depositOf(id);
            if (order.state > IEscrow.State.Disputed) sum += 2 * depositOf(id);
        }
        for (uint256 i = 0; i < _people.length; ++i) sum += escrow.withdrawableOf(_people[i], currency);
    }

    function holds(address currency) external view returns (uint256) {
        return currency == CMT ? address(escrow).balance : plain.balanceOf(address(escrow));
    }

    function owed(address currency) external view returns (uint256) {
        return escrow.owed(currency);
    }

    function currencyAt(uint256 index) external view returns (address) {
        return _currency(index);
    }

    function listingCount() external view returns (uint256) {
        return listings.listingCount();
    }

    function stockOf(uint256 listingId) external view returns (uint256 stock, uint256 sold, uint256 put, uint256 paid) {
        IListings.Listing memory listing = listings.listingOf(listingId);
        Shelf memory shelf = shelfOf[listingId];
        return (listing.stock, listing.sold, shelf.put, shelf.paid);
    }

    function orderCount() external view returns (uint256) {
        return escrow.orderCount();
    }

    function hasChangedSinceClosed(uint256 orderId) external view returns (bool) {
        bytes32 then_ = _closedAs[orderId];
        return then_ != bytes32(0) && then_ != _snapshot(orderId);
    }

    /// @dev INV-NOT-STUCK: time passes and a stranger ends every order; then everybody's money leaves.
    /// @return left Owed in either currency when all have withdrawn.
    function endEverything() external returns (uint256 left) {
        for (uint256 round = 0; round < 3; ++round) {
            vm.warp(block.timestamp + 130 days);
            for (uint256 id = 1; id <= escrow.orderCount(); ++id) _end(id);
        }
        for (uint256 i = 0; i < _people.length; ++i) {
            for (uint256 c = 0; c < 2; ++c) {
                if (escrow.withdrawableOf(_people[i], _currency(c)) != 0) escrow.withdraw(_people[i], _currency(c));
            }
        }
        return escrow.owed(CMT) + escrow.owed(address(plain));
    }

    function openOrders() external view returns (uint256 open) {
        for (uint256 id = 1; id <= escrow.orderCount(); ++id) {
            if (stateOf(id) <= IEscrow.State.Fallback) ++open;
        }
    }

    // ------------------------------------------------------------------------------------------------------ private

    /// @dev Keeps the order as it was at the first moment that it was closed (INV-TERMINAL).
    function _note(uint256 id) private {
        IEscrow.State state = stateOf(id);
        statesSeen |= 1 << uint256(state);
        if (state == IEscrow.State.Fallback && escrow.orderOf(id).fallbackArbiter == address(0)) statesSeen |= 1 << 9;
        if (_closedAs[id] == bytes32(0) && state > IEscrow.State.Fallback) _closedAs[id] = _snapshot(id);
    }

    function _bondMore(address who) private {
        vm.startPrank(who);
        arbiters.deposit{value: 3e24}(CMT, 3e24);
        arbiters.deposit(address(plain), 3e24);
        vm.stopPrank();
    }

    function _end(uint256 id) private {
        IEscrow.State state = stateOf(id);
        vm.startPrank(stranger);
        if (state == IEscrow.State.Funded) escrow.refundUnshipped(id);
        if (state == IEscrow.State.Shipped) escrow.release(id);
        if (state == IEscrow.State.Disputed) escrow.closeSilent(id);
        if (state == IEscrow.State.Ruling) escrow.escalate(id);
        if (state == IEscrow.State.Fallback) escrow.closeUnruled(id);
        vm.stopPrank();
    }

    function _tryIntent(ICheckout.Intent memory it, bool byDeposit, uint256 seed) private {
        bytes32 key = checkout.paymentKeyOf(it.merchant, it.id);
        uint256 countBefore = escrow.orderCount();
        if (byDeposit) _sendAndSweep(it, seed);
        else _payWithWallet(it, seed);
        bool paidNow = escrow.orderCount() != countBefore;
        if (paidNow && _wasPaid[key]) broken = "INV-ONCE: paid twice";
        if (paidNow) {
            _wasPaid[key] = true;
            ++payments;
            if (checkout.orderOfPayment(key) != escrow.orderCount()) broken = "INV-ONCE: key of another order";
        }
    }

    function _payWithWallet(ICheckout.Intent memory it, uint256 seed) private {
        ICheckout.SignedIntent[] memory intents = signed1(it);
        bytes memory call = abi.encodeCall(ICheckout.pay, (noOrders(), intents));
        vm.prank(_buyer(seed));
        _send(address(checkout), it.currency == CMT ? it.amount : 0, call);
    }

    function _sendAndSweep(ICheckout.Intent memory it, uint256 seed) private {
        address deposit = deposits.addressOf(it);
        uint256 amount = seed % 5 == 0 ? it.amount / 2 : it.amount + (seed % 3);
        vm.startPrank(_buyer(seed));
        bool sent = true;
        if (it.currency == CMT) sent = _send(deposit, amount, "");
        else plain.transfer(deposit, amount);
        vm.stopPrank();
        if (!sent) broken = "a deposit address refused CMT";
        _ok(address(deposits), abi.encodeCall(IDepositFactory.sweep, (it, sign(it))));
    }

    function _tryOrder(address who, uint256 id, bytes memory call) private {
        bool takesDeposit = bytes4(call) == IEscrow.dispute.selector || bytes4(call) == IEscrow.answer.selector;
        uint256 value = takesDeposit && escrow.orderOf(id).currency == CMT ? depositOf(id) : 0;
        if (who.balance < value) return;
        vm.prank(who);
        if (_send(address(escrow), value, call)) _note(id);
    }

    /// @dev Mostly something that the order's state allows, and rather what leads on than what ends it.
    function _kindOf(IEscrow.State state, uint256 seed) private pure returns (bytes1) {
        bytes memory all = "scrfcdaeoxuvn";
        bytes memory likely = all;
        if (state == IEscrow.State.Funded) likely = "sssssoxcfn";
        if (state == IEscrow.State.Shipped) likely = "dddddoxcrn";
        if (state == IEscrow.State.Disputed) likely = "aaaaoxe";
        if (state == IEscrow.State.Ruling) likely = "uuuoxv";
        if (state == IEscrow.State.Fallback) likely = "wwwoxv";
        return seed % 3 == 0 ? all[(seed >> 8) % all.length] : likely[(seed >> 8) % likely.length];
    }

    /// @return The call, and who may usually make it.
    function _action(uint256 id, uint256 seed, uint16 bps) private view returns (bytes memory, address) {
        IEscrow.Order memory order = escrow.orderOf(id);
        bytes1 kind = _kindOf(order.state, seed);
        if (kind == "s") return (abi.encodeCall(IEscrow.ship, (id, bytes32("t"))), order.seller);
        if (kind == "c") return (abi.encodeCall(IEscrow.confirm, (id)), order.buyer);
        if (kind == "r") return (abi.encodeCall(IEscrow.release, (id)), stranger);
        if (kind == "f") return (abi.encodeCall(IEscrow.refundUnshipped, (id)), stranger);
        if (kind == "n") return (abi.encodeCall(IEscrow.cancel, (id)), order.seller);
        if (kind == "d") return (abi.encodeCall(IEscrow.dispute, (id, bytes32("r"))), order.buyer);
        if (kind == "a") return (abi.encodeCall(IEscrow.answer, (id, bytes32("a"))), order.seller);
        if (kind == "e") return (abi.encodeCall(IEscrow.closeSilent, (id)), stranger);
        if (kind == "u") return (abi.encodeCall(IEscrow.escalate, (id)), stranger);
        if (kind == "w") return (abi.encodeCall(IEscrow.closeUnruled, (id)), stranger);
        if (kind == "v") {
            address judge = order.state == IEscrow.State.Fallback ? order.fallbackArbiter : order.arbiter;
            return (abi.encodeCall(IEscrow.rule, (id, bps, bytes32("v"))), judge);
        }
        (address party, address other) = bps % 2 == 0 ? (order.buyer, order.seller) : (order.seller, order.buyer);
        if (kind == "o") return (abi.encodeCall(IEscrow.offer, (id, bps)), party);
        return (abi.encodeCall(IEscrow.acceptOffer, (id, escrow.offerOf(id, other).buyerBps)), party);
    }

    function _redeemable(
        address who,
        IListings.Listing memory listing,
        uint256 tokens,
        uint256 due
    ) private view returns (uint256) {
        address token = rewards.programOf(listing.seller).token;
        if (token == address(0) || listing.terms.currency != CMT) return 0;
        tokens = bound(tokens, 0, IERC20(token).balanceOf(who));
        uint256 discount = rewards.quote(listing.seller, tokens);
        return discount == 0 || discount >= due ? 0 : tokens;
    }

    function _ok(address to, bytes memory call) private returns (bool ok) {
        return _send(to, 0, call);
    }

    function _send(address to, uint256 value, bytes memory call) private returns (bool ok) {
        (ok, ) = to.call{value: value}(call);
    }

    function _snapshot(uint256 orderId) private view returns (bytes32) {
        return keccak256(abi.encode(escrow.orderOf(orderId)));
    }

    function _currency(uint256 seed) private view returns (address) {
        return seed % 2 == 0 ? CMT : address(plain);
    }

    function _buyer(uint256 seed) private view returns (address) {
        return (seed >> 4) % 2 == 0 ? buyer : buyer2;
    }

    function _listing(uint256 seed) private view returns (uint256) {
        return 1 + (seed % listings.listingCount());
    }
}
