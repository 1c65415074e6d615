// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IEscrow} from "../src/interfaces/IEscrow.sol";
import {Suite} from "./support/Suite.sol";
import {MoodyToken} from "./support/Tokens.sol";

/// @title Burns all the gas that it is given.
contract GasBurner {
    fallback() external {
        while (true) {}
    }
}

/// @title Reverts with as much return data as its gas pays for: copying it would cost the caller as much again.
contract ReturnBomb {
    fallback() external {
        assembly {
            revert(0, 290000)
        }
    }
}

/// @title What no rewards contract, token or receiver can do to an order.
contract EscrowRewardsTest is Suite {
    uint256 private constant PRICE = 100 ether;

    function setUp() public {
        deploySuite();
        introducePeople();
    }

    function test_RewardsAreSettledInTheRelease() public {
        uint256 id = shippedOrder(PRICE);
        vm.prank(buyer);
        escrow.confirm(id);
        IERC20 points = IERC20(rewards.programOf(seller).token);
        assertEq(points.balanceOf(buyer), 500 ether, "5% of 100 CMT at 0.01 CMT");
        assertTrue(rewards.isSettled(id), "settled");
    }

    function test_AFailingRewardsContractDefersAndNeverBlocks() public {
        uint256[] memory ids = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) ids[i] = shippedOrder(PRICE);
        bytes memory realCode = address(rewards).code;

        vm.etch(address(rewards), hex"fe");
        assertTrue(confirm(ids[0], 1_000_000), "released");
        uint256 gasBefore = gasleft();
        vm.etch(address(rewards), type(GasBurner).runtimeCode);
        assertTrue(confirm(ids[1], 10_000_000), "released");
        assertLe(gasBefore - gasleft(), 600_000, "it burns what it is given, and that is capped");
        vm.etch(address(rewards), type(ReturnBomb).runtimeCode);
        assertTrue(confirm(ids[2], leastGasOfARelease(ids[3])), "its return data costs nothing");

        vm.etch(address(rewards), realCode);
        IERC20 points = IERC20(rewards.programOf(seller).token);
        assertEq(points.balanceOf(buyer), 0, "nothing yet");
        vm.prank(stranger);
        rewards.settle(ids[0]);
        assertEq(points.balanceOf(buyer), 500 ether, "claimed later, by anyone");
    }

    /// @dev Otherwise the least gas that succeeds would be one that starves the rewards.
    function test_TooLittleGasRevertsInsteadOfStarvingTheRewards() public {
        uint256 id = shippedOrder(PRICE);
        for (uint256 gasLimit = 30_000; gasLimit <= 1_000_000; gasLimit += 10_000) {
            vm.prank(buyer);
            (bool ok, ) = address(escrow).call{gas: gasLimit}(abi.encodeCall(IEscrow.confirm, (id)));
            if (!ok) continue;
            assertTrue(rewards.isSettled(id), "whoever succeeds has settled");
            return;
        }
        assertTrue(false, "a million is enough");
    }

    function test_AnOrderWithoutRewardsNeedsNoGasForThem() public {
        vm.prank(seller);
        rewards.setEarnRate(0);
        uint256 id = shippedOrder(PRICE);
        vm.etch(address(rewards), hex"fe");
        vm.prank(buyer);
        (bool ok, ) = address(escrow).call{gas: 200_000}(abi.encodeCall(IEscrow.confirm, (id)));
        assertTrue(ok, "no rewards, no call");
    }

    function test_AMisbehavingTokenBlocksOnlyItsOwnOrders() public {
        MoodyToken moody = new MoodyToken();
        moody.mint(buyer, PRICE);
        currencies.allow(address(moody), 1);
        vm.prank(buyer);
        moody.approve(address(escrow), PRICE);
        uint256 moodyId = buy(buyer, list(address(moody), PRICE, 1), 1, 0);
        uint256 cmtId = shippedOrder(PRICE);
        moody.setRefusing(true);

        vm.prank(buyer);
        escrow.confirm(cmtId);
        escrow.withdraw(payout, CMT);
        vm.prank(buyer);
        escrow.confirm(moodyId); // the state machine never calls the token
        vm.expectRevert(MoodyToken.Moody.selector);
        escrow.withdraw(payout, address(moody));

        moody.setRefusing(false);
        escrow.withdraw(payout, address(moody));
        assertEq(moody.balanceOf(payout), 99 ether, "nothing was lost");
    }

    function test_ATokenThatCallsBackGetsNowhere() public {
        MoodyToken moody = new MoodyToken();
        moody.mint(buyer, PRICE);
        currencies.allow(address(moody), 1);
        vm.prank(buyer);
        moody.approve(address(escrow), PRICE);
        uint256 id = buy(buyer, list(address(moody), PRICE, 1), 1, 0);
        vm.prank(buyer);
        escrow.confirm(id);
        moody.setCall(address(escrow), abi.encodeCall(IEscrow.withdraw, (platform, address(moody))));
        escrow.withdraw(payout, address(moody));
        assertTrue(!moody.callSucceeded(), "reentrancy is refused");
        assertEq(escrow.withdrawableOf(platform, address(moody)), 1 ether, "untouched");
    }

    function test_APausedTokenCannotStopAnEscalation() public {
        MoodyToken moody = new MoodyToken();
        currencies.allow(address(moody), 1);
        address[3] memory people = [buyer, seller, arbiter];
        for (uint256 i = 0; i < 3; ++i) {
            moody.mint(people[i], 1_000 ether);
            vm.startPrank(people[i]);
            moody.approve(address(escrow), type(uint256).max);
            moody.approve(address(arbiters), type(uint256).max);
            vm.stopPrank();
        }
        vm.prank(arbiter);
        arbiters.deposit(address(moody), PRICE);
        uint256 id = buy(buyer, list(address(moody), PRICE, 1), 1, 0);
        vm.prank(seller);
        escrow.ship(id, bytes32(0));
        vm.prank(buyer);
        escrow.dispute(id, bytes32(0));
        vm.prank(seller);
        escrow.answer(id, bytes32(0));
        assertState(id, IEscrow.State.Ruling);
        moody.setRefusing(true);
        vm.warp(escrow.orderOf(id).deadlineSec + 1);
        escrow.escalate(id);
        vm.warp(escrow.orderOf(id).deadlineSec + 1);
        escrow.closeUnruled(id);
        assertState(id, IEscrow.State.Split);
        moody.setRefusing(false);
        escrow.withdraw(buyer, address(moody));
        escrow.withdraw(payout, address(moody));
        escrow.withdraw(platform, address(moody));
        assertEq(moody.balanceOf(address(escrow)), 0, "all out");
    }

    /// @dev Measured with a rewards contract that fails without return data; leaves ReturnBomb in place.
    function leastGasOfARelease(uint256 id) private returns (uint256 gasLimit) {
        vm.etch(address(rewards), hex"fe");
        gasLimit = 250_000;
        while (!confirm(id, gasLimit)) gasLimit += 1_000;
        vm.etch(address(rewards), type(ReturnBomb).runtimeCode);
    }

    function confirm(uint256 id, uint256 gasLimit) private returns (bool ok) {
        vm.prank(buyer);
        (ok, ) = address(escrow).call{gas: gasLimit}(abi.encodeCall(IEscrow.confirm, (id)));
        if (ok) assertState(id, IEscrow.State.Released);
    }
}
