// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Multicall3} from "../src/system/Multicall3.sol";
import {Test} from "./support/Test.sol";

/// @title The predeploy that client libraries batch their reads with.
contract Multicall3Test is Test {
    error Refused(uint256 x);

    Multicall3 private _multicall;
    uint256 public received;

    function setUp() public {
        _multicall = new Multicall3();
    }

    function double(uint256 x) external pure returns (uint256) {
        return 2 * x;
    }

    function refuse(uint256 x) external pure {
        revert Refused(x);
    }

    function take() external payable {
        received += msg.value;
    }

    function test_AggregateNeedsEveryCall() public {
        Multicall3.Call[] memory calls = _calls();
        vm.expectRevert(abi.encodeWithSelector(Multicall3.CallFailed.selector, 1));
        _multicall.aggregate(calls);
        vm.expectRevert(abi.encodeWithSelector(Multicall3.CallFailed.selector, 1));
        _multicall.blockAndAggregate(calls);
        vm.expectRevert(abi.encodeWithSelector(Multicall3.CallFailed.selector, 1));
        _multicall.tryAggregate(true, calls);
        calls[1] = calls[0];
        (uint256 blockNumber, bytes[] memory data) = _multicall.aggregate(calls);
        assertEq(blockNumber, block.number, "block");
        assertEq(abi.decode(data[1], (uint256)), 42, "answer");
    }

    function test_TryAggregateReportsFailures() public {
        Multicall3.Result[] memory results = _multicall.tryAggregate(false, _calls());
        assertTrue(results[0].success && !results[1].success, "one of two");
        assertEq(abi.decode(results[0].returnData, (uint256)), 42, "answer");
        assertEq(keccak256(results[1].returnData), keccak256(abi.encodeWithSelector(Refused.selector, 7)), "reason");
    }

    function test_Aggregate3LetsEachCallSay() public {
        Multicall3.Call3[] memory calls = new Multicall3.Call3[](2);
        calls[0] = Multicall3.Call3(address(this), false, abi.encodeCall(this.double, (21)));
        calls[1] = Multicall3.Call3(address(this), true, abi.encodeCall(this.refuse, (7)));
        Multicall3.Result[] memory results = _multicall.aggregate3(calls);
        assertTrue(results[0].success && !results[1].success, "one of two");
        calls[1].allowFailure = false;
        vm.expectRevert(abi.encodeWithSelector(Multicall3.CallFailed.selector, 1));
        _multicall.aggregate3(calls);
    }

    function test_Aggregate3ValuePassesOnAllOfIt() public {
        vm.deal(address(this), 10);
        Multicall3.Call3Value[] memory calls = new Multicall3.Call3Value[](2);
        calls[0] = Multicall3.Call3Value(address(this), false, 3, abi.encodeCall(this.take, ()));
        calls[1] = Multicall3.Call3Value(address(this), false, 4, abi.encodeCall(this.take, ()));
        _multicall.aggregate3Value{value: 7}(calls);
        assertEq(received, 7, "received");
        vm.expectRevert(abi.encodeWithSelector(Multicall3.CallFailed.selector, 1));
        _multicall.aggregate3Value{value: 6}(calls);
        vm.deal(address(_multicall), 1); // a stranger's CMT pays for nobody
        vm.expectRevert(abi.encodeWithSelector(Multicall3.ValueMismatch.selector, 6, 7));
        _multicall.aggregate3Value{value: 6}(calls);
    }

    function test_TellsAboutBlockAndAccounts() public {
        vm.roll(100);
        assertEq(_multicall.getBlockNumber(), 100, "number");
        assertEq(_multicall.getBlockHash(99), _multicall.getLastBlockHash(), "hash");
        assertEq(_multicall.getCurrentBlockTimestamp(), block.timestamp, "timestamp");
        assertEq(_multicall.getCurrentBlockGasLimit(), block.gaslimit, "gas limit");
        assertEq(_multicall.getCurrentBlockCoinbase(), block.coinbase, "coinbase");
        assertEq(_multicall.getCurrentBlockDifficulty(), block.prevrandao, "prevRandao");
        assertEq(_multicall.getBasefee(), block.basefee, "base fee");
        assertEq(_multicall.getChainId(), block.chainid, "chain id");
        assertEq(_multicall.getEthBalance(address(this)), address(this).balance, "balance");
        (uint256 number, , Multicall3.Result[] memory results) = _multicall.tryBlockAndAggregate(false, _calls());
        assertEq(number, 100, "number");
        assertEq(results.length, 2, "results");
    }

    function _calls() private view returns (Multicall3.Call[] memory calls) {
        calls = new Multicall3.Call[](2);
        calls[0] = Multicall3.Call(address(this), abi.encodeCall(this.double, (21)));
        calls[1] = Multicall3.Call(address(this), abi.encodeCall(this.refuse, (7)));
    }
}
