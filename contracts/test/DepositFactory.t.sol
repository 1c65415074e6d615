// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deposit} from "../src/commerce/Deposit.sol";
import {ICheckout} from "../src/interfaces/ICheckout.sol";
import {IDepositFactory} from "../src/interfaces/IDepositFactory.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Suite} from "./support/Suite.sol";
import {MoodyToken} from "./support/Tokens.sol";

/// @title A refund address that refuses CMT, burns the gas it is given, calls back, or needs 66_000 gas, as told.
contract DifficultReceiver {
    enum Mood {
        Refuses,
        Burns,
        CallsBack,
        Works
    }

    Mood private immutable _mood;
    address private immutable _factory;
    bytes private _payload;
    bool public callSucceeded;
    uint256[] private _receipts;

    constructor(Mood mood, address factory) {
        _mood = mood;
        _factory = factory;
    }

    receive() external payable {
        if (_mood == Mood.Refuses) revert("no");
        while (_mood == Mood.Burns) {}
        if (_mood == Mood.Works) {
            for (uint256 i = 0; i < 3; ++i) _receipts.push(msg.value);
            return;
        }
        (callSucceeded, ) = _factory.call(_payload);
    }

    function setPayload(bytes calldata payload) external {
        _payload = payload;
    }

    function reclaim(ICheckout.Intent calldata it, address currency, address to) external {
        IDepositFactory(_factory).reclaim(it, currency, to);
    }
}

/// @title Deposit addresses: exact, partial, over, late and second payments, in CMT and in a token.
contract DepositFactoryTest is Suite {
    uint256 private constant PRICE = 10 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_AnyWalletPaysWithAPlainTransfer() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        address deposit = transferTo(it, PRICE);
        assertEq(deposit.code.length, 0, "no code before the sweep");
        uint256 id = sweepBy(stranger, it);
        IEscrow.Order memory order = escrow.orderOf(id);
        assertEq(order.amount, PRICE, "exact");
        assertEq(order.buyer, buyer, "the refund address is the buyer of record");
        assertEq(checkout.orderOfPayment(checkout.paymentKeyOf(seller, "invoice")), id, "paid");
        assertEq(deposit.balance, 0, "empty");
    }

    function test_ATokenPaysToo() public {
        ICheckout.Intent memory it = intent("invoice", address(plain), PRICE);
        address deposit = transferTo(it, PRICE + 1);
        uint256 before = plain.balanceOf(buyer);
        uint256 id = sweepBy(stranger, it);
        assertEq(escrow.orderOf(id).amount, PRICE, "exact");
        assertEq(plain.balanceOf(buyer) - before, 1, "the rest goes back");
        assertEq(plain.balanceOf(deposit), 0, "empty");
        assertEq(plain.allowance(deposit, address(escrow)), 0, "no allowance is left");
    }

    function test_TheAddressCommitsToEveryTerm() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        address first = deposits.addressOf(it);
        it.refundTo = stranger;
        assertTrue(deposits.addressOf(it) != first, "another refund address, another deposit address");
        transferTo(it, PRICE);
        assertEq(first.balance, 0, "apart");
    }

    function test_PartialPaymentsWait() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, 4 ether);
        bytes memory signature = sign(it);
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.NotEnough.selector, PRICE, 4 ether));
        deposits.sweep(it, signature);
        transferTo(it, 6 ether);
        assertEq(escrow.orderOf(sweepBy(stranger, it)).amount, PRICE, "two transfers, one payment");
    }

    function test_APartialPaymentComesBackAfterTheDeadline() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, 4 ether);
        vm.warp(it.deadlineSec + 1);
        uint256 before = buyer.balance;
        assertEq(sweepBy(stranger, it), 0, "no order");
        assertEq(buyer.balance - before, 4 ether, "all back");
    }

    function test_ALatePaymentComesBack() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        vm.warp(it.deadlineSec + 1);
        transferTo(it, PRICE);
        uint256 before = buyer.balance;
        assertEq(sweepBy(stranger, it), 0, "no order");
        assertEq(buyer.balance - before, PRICE, "all back");
    }

    function test_InTheLastSecondItStillPays() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE);
        vm.warp(it.deadlineSec);
        assertTrue(sweepBy(stranger, it) != 0, "paid");
    }

    function test_AnOverpaymentComesBackInTheSameSweep() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE + 3 ether);
        uint256 before = buyer.balance;
        uint256 id = sweepBy(stranger, it);
        assertEq(escrow.orderOf(id).amount, PRICE, "exact");
        assertEq(buyer.balance - before, 3 ether, "the rest");
    }

    function test_ASecondPaymentComesBack() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE);
        sweepBy(stranger, it);
        transferTo(it, PRICE);
        uint256 before = buyer.balance;
        assertEq(sweepBy(stranger, it), 0, "no second order");
        assertEq(buyer.balance - before, PRICE, "all back");
        bytes memory signature = sign(it);
        address deposit = deposits.addressOf(it);
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.NothingToSweep.selector, deposit));
        deposits.sweep(it, signature);
    }

    function test_MoneyOnBothRailsIsPaidOnce() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE);
        ICheckout.SignedIntent[] memory intents = signed1(it);
        vm.prank(buyer2);
        checkout.pay{value: PRICE}(noOrders(), intents);
        uint256 before = buyer.balance;
        assertEq(sweepBy(stranger, it), 0, "paid by wallet already");
        assertEq(buyer.balance - before, PRICE, "the deposit comes back");
    }

    function test_ASweepNeedsASignatureToPayButNoneToRefund() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.NotASigner.selector, seller));
        deposits.sweep(it, hex"00");
        vm.prank(seller);
        merchants.revokeSigner(signer);
        bytes memory signature = sign(it);
        vm.expectRevert(abi.encodeWithSelector(ICheckout.NotASigner.selector, seller));
        deposits.sweep(it, signature);
        vm.warp(it.deadlineSec + 1);
        uint256 before = buyer.balance;
        deposits.sweep(it, "");
        assertEq(buyer.balance - before, PRICE, "nothing is stuck");
    }

    function test_INV_NOT_STUCK_ADeadlineFarAwayDoesNotHoldMoney() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        it.deadlineSec = type(uint64).max;
        transferTo(it, PRICE);
        uint256 before = buyer.balance;
        assertEq(sweepBy(stranger, it), 0, "not payable");
        assertEq(buyer.balance - before, PRICE, "refundable at once");
    }

    function test_ARefundAddressThatRefusesCmtCannotStopThePayment() public {
        for (uint256 i = 0; i < 2; ++i) {
            DifficultReceiver.Mood mood = i == 0 ? DifficultReceiver.Mood.Refuses : DifficultReceiver.Mood.Burns;
            DifficultReceiver receiver = new DifficultReceiver(mood, address(deposits));
            ICheckout.Intent memory it = intent(bytes32(i + 1), CMT, PRICE);
            it.refundTo = address(receiver);
            address deposit = transferTo(it, PRICE + 1 ether);
            uint256 id = sweepBy(stranger, it);
            assertEq(escrow.orderOf(id).amount, PRICE, "paid");
            assertEq(deposit.balance, 1 ether, "the rest waits");
            bytes memory signature = sign(it);
            vm.expectRevert(abi.encodeWithSelector(IDepositFactory.RefundFailed.selector, receiver, 1 ether));
            deposits.sweep(it, signature);
            vm.expectRevert(abi.encodeWithSelector(IDepositFactory.RefundFailed.selector, receiver, 1 ether));
            receiver.reclaim(it, CMT, address(receiver));
            receiver.reclaim(it, CMT, stranger);
            assertEq(deposit.balance, 0, "it can send the rest elsewhere");
        }
    }

    function test_ARefundAddressThatCallsBackGetsNowhere() public {
        DifficultReceiver receiver = new DifficultReceiver(DifficultReceiver.Mood.CallsBack, address(deposits));
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        it.refundTo = address(receiver);
        receiver.setPayload(abi.encodeCall(IDepositFactory.sweep, (it, sign(it))));
        transferTo(it, PRICE + 1 ether);
        sweepBy(stranger, it);
        assertTrue(!receiver.callSucceeded(), "reentrancy is refused");
        assertEq(address(receiver).balance, 1 ether, "refunded once");
    }

    function test_OnlyTheRefundAddressReclaimsAndNotWhatIsStillDue() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.NotRefundAddress.selector, buyer, stranger));
        deposits.reclaim(it, CMT, stranger);
        vm.startPrank(buyer);
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.ZeroAddress.selector));
        deposits.reclaim(it, CMT, address(0));
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.StillPayable.selector, it.deadlineSec, block.timestamp));
        deposits.reclaim(it, CMT, buyer);
        vm.warp(it.deadlineSec + 1);
        deposits.reclaim(it, CMT, buyer2);
        vm.stopPrank();
        assertEq(buyer2.balance, 1e30 + PRICE, "elsewhere");
    }

    function test_TheWrongCurrencyIsRescued() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        address deposit = deposits.addressOf(it);
        vm.prank(buyer);
        plain.transfer(deposit, 5 ether);
        uint256 before = plain.balanceOf(buyer);
        vm.prank(stranger);
        deposits.rescue(it, address(plain));
        assertEq(plain.balanceOf(buyer) - before, 5 ether, "back");
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.UseSweep.selector, CMT));
        deposits.rescue(it, CMT);
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.NothingToSweep.selector, deposit));
        deposits.rescue(it, address(plain));

        it = intent("token invoice", address(plain), PRICE);
        deposit = deposits.addressOf(it);
        vm.prank(buyer);
        (bool ok, ) = deposit.call{value: 2 ether}("");
        assertTrue(ok, "sent");
        uint256 cmtBefore = buyer.balance;
        deposits.rescue(it, CMT);
        assertEq(buyer.balance - cmtBefore, 2 ether, "CMT at a token's address");
    }

    function test_AMoodyTokenCannotKeepTheRestFromWaiting() public {
        MoodyToken moody = new MoodyToken();
        currencies.allow(address(moody), 1);
        ICheckout.Intent memory it = intent("invoice", address(moody), PRICE);
        address deposit = deposits.addressOf(it);
        moody.mint(deposit, PRICE);
        moody.setRefusing(true);
        vm.warp(it.deadlineSec + 1);
        vm.expectRevert(abi.encodeWithSelector(IDepositFactory.RefundFailed.selector, buyer, PRICE));
        deposits.sweep(it, "");
        moody.setRefusing(false);
        deposits.sweep(it, "");
        assertEq(moody.balanceOf(buyer), PRICE, "nothing was lost");
    }

    function test_TooLittleGasRevertsInsteadOfKeepingTheRest() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        it.refundTo = address(new DifficultReceiver(DifficultReceiver.Mood.Works, address(deposits)));
        address deposit = transferTo(it, PRICE + 1 ether);
        bytes memory call = abi.encodeCall(IDepositFactory.sweep, (it, sign(it)));
        for (uint256 gasLimit = 100_000; gasLimit <= 2_000_000; gasLimit += 5_000) {
            (bool ok, ) = address(deposits).call{gas: gasLimit}(call);
            if (!ok) continue;
            assertEq(deposit.balance, 0, "whoever succeeds has refunded");
            return;
        }
        assertTrue(false, "two million are enough");
    }

    function test_NobodyButTheFactoryMovesADeposit() public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        transferTo(it, PRICE);
        sweepBy(stranger, it);
        Deposit deposit = Deposit(payable(transferTo(it, PRICE)));
        vm.startPrank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Deposit.OnlyFactory.selector, stranger));
        deposit.send(CMT, stranger, PRICE);
        vm.expectRevert(abi.encodeWithSelector(Deposit.OnlyFactory.selector, stranger));
        deposit.pay(it, "");
        vm.stopPrank();
    }

    /// @dev Whatever arrives, in one or two transfers, before or after the deadline: no unit is lost or made.
    function testFuzz_EveryUnitIsPaidOrRefunded(uint96 first, uint96 second, bool late) public {
        ICheckout.Intent memory it = intent("invoice", CMT, PRICE);
        bytes memory signature = sign(it);
        address deposit = deposits.addressOf(it);
        uint256 before = buyer.balance;
        transferTo(it, first);
        trySweep(it, signature);
        if (late) vm.warp(it.deadlineSec + 1);
        transferTo(it, second);
        trySweep(it, signature);
        vm.warp(it.deadlineSec + 1);
        trySweep(it, signature);
        uint256 paid = escrow.owed(CMT);
        assertTrue(paid == 0 || paid == PRICE, "exactly or not at all");
        assertEq(deposit.balance, 0, "nothing stays");
        assertEq(before - buyer.balance, paid, "the rest is refunded");
    }

    function transferTo(ICheckout.Intent memory it, uint256 amount) private returns (address deposit) {
        deposit = deposits.addressOf(it);
        vm.startPrank(buyer);
        if (it.currency == CMT) {
            (bool ok, ) = deposit.call{value: amount}("");
            assertTrue(ok, "sent");
        } else {
            plain.transfer(deposit, amount);
        }
        vm.stopPrank();
    }

    function sweepBy(address who, ICheckout.Intent memory it) private returns (uint256 orderId) {
        bytes memory signature = sign(it);
        vm.prank(who);
        return deposits.sweep(it, signature);
    }

    function trySweep(ICheckout.Intent memory it, bytes memory signature) private {
        try deposits.sweep(it, signature) returns (uint256) {} catch {}
    }
}
