// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ArbiterRegistry} from "../src/commerce/ArbiterRegistry.sol";
import {IArbiterRegistry} from "../src/interfaces/IArbiterRegistry.sol";
import {Test} from "./support/Test.sol";
import {FeeToken, MoodyToken, PlainToken} from "./support/Tokens.sol";

/// @title Bonds, cases and the fallback rotation. This contract is governance and stands where Escrow stands.
contract ArbiterRegistryTest is Test {
    address private constant CMT = address(0);
    address[3] private _nobody;

    ArbiterRegistry private _registry;
    PlainToken private _plain;
    address private _ada;
    address private _ben;
    address private _cem;

    receive() external payable {}

    function setUp() public {
        _registry = new ArbiterRegistry(address(this), address(this));
        _plain = new PlainToken();
        _ada = _arbiter("ada", 10 ether);
        _ben = _arbiter("ben", 10 ether);
        _cem = _arbiter("cem", 10 ether);
    }

    function test_RegistersUpdatesAndRetires() public {
        vm.startPrank(_ada);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.AlreadyArbiter.selector, _ada));
        _registry.register(100, 0);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.FeeTooHigh.selector, 1001, 1000));
        _registry.update(1001, 0);
        _registry.update(150, bytes32("new"));
        assertEq(_registry.feeBpsOf(_ada), 150, "fee");
        assertEq(_registry.arbiterOf(_ada).profileHash, bytes32("new"), "profile");
        _registry.retire();
        assertTrue(!_registry.isActive(_ada), "retired");
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.NotAnArbiter.selector, _ada));
        _registry.update(100, 0);
        _registry.withdraw(CMT, 10 ether); // bonds can leave after retirement
        _registry.register(100, 0); // and one may come back
        vm.stopPrank();
        assertEq(_ada.balance, 10 ether, "bond back");
    }

    function test_BondsMoveExactly() public {
        _plain.mint(_ada, 5 ether);
        vm.deal(_ada, 1 ether);
        vm.startPrank(_ada);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.WrongAmount.selector, 2, 1));
        _registry.deposit{value: 1}(CMT, 2);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.WrongAmount.selector, 0, 1));
        _registry.deposit{value: 1}(address(_plain), 2);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.ZeroAmount.selector));
        _registry.deposit(CMT, 0);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.ZeroAmount.selector));
        _registry.withdraw(CMT, 0);
        _plain.approve(address(_registry), 5 ether);
        _registry.deposit(address(_plain), 5 ether);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.BondInUse.selector, 6 ether, 5 ether));
        _registry.withdraw(address(_plain), 6 ether);
        _registry.withdraw(address(_plain), 2 ether);
        vm.stopPrank();
        (uint256 bond, uint256 reserved) = _registry.bondOf(_ada, address(_plain));
        assertEq(bond, 3 ether, "bond");
        assertEq(reserved, 0, "reserved");
    }

    function test_RefusesATokenThatTakesFees() public {
        FeeToken fees = new FeeToken();
        fees.mint(_ada, 100);
        vm.startPrank(_ada);
        fees.approve(address(_registry), 100);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.WrongAmount.selector, 100, 99));
        _registry.deposit(address(fees), 100);
        vm.stopPrank();
    }

    function test_ACaseReservesTheBond() public {
        assertTrue(_registry.openCase(1, _ada, CMT, 8 ether), "opened");
        (address arbiter, address currency, uint256 amount) = _registry.caseOf(1);
        assertEq(arbiter, _ada, "arbiter");
        assertEq(currency, CMT, "currency");
        assertEq(amount, 8 ether, "amount");
        assertTrue(!_registry.openCase(2, _ada, CMT, 3 ether), "2 of 10 left");
        assertTrue(!_registry.openCase(2, _ada, address(_plain), 1), "nothing bonded in this currency");
        assertTrue(!_registry.openCase(2, makeAddr("nobody"), CMT, 1), "not an arbiter");
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.CaseExists.selector, 1));
        _registry.openCase(1, _ben, CMT, 1);
        vm.startPrank(_ada);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.BondInUse.selector, 3 ether, 2 ether));
        _registry.withdraw(CMT, 3 ether);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.CasesStillOpen.selector, _ada, 1));
        _registry.retire();
        vm.stopPrank();
        _registry.closeCase(1, true);
        assertEq(_registry.arbiterOf(_ada).ruled, 1, "ruled");
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.NoOpenCase.selector, 1));
        _registry.closeCase(1, true);
        vm.prank(_ada);
        _registry.withdraw(CMT, 10 ether);
    }

    function test_SlashesATenthAndFreesTheRest() public {
        _registry.openCase(1, _ada, CMT, 8 ether);
        uint256 before = address(this).balance;
        assertEq(_registry.slashCase(1), 0.8 ether, "slashed");
        assertEq(address(this).balance - before, 0.8 ether, "sent to Escrow");
        (uint256 bond, uint256 reserved) = _registry.bondOf(_ada, CMT);
        assertEq(bond, 9.2 ether, "bond");
        assertEq(reserved, 0, "reserved");
        assertEq(_registry.arbiterOf(_ada).missed, 1, "missed");
        assertEq(_registry.openCasesOf(_ada), 0, "no open case");
    }

    function test_SlashesInTheOrdersToken() public {
        _plain.mint(_ada, 1 ether);
        vm.startPrank(_ada);
        _plain.approve(address(_registry), 1 ether);
        _registry.deposit(address(_plain), 1 ether);
        vm.stopPrank();
        _registry.openCase(1, _ada, address(_plain), 1 ether);
        assertEq(_registry.slashCase(1), 0.1 ether, "slashed");
        assertEq(_plain.balanceOf(address(this)), 0.1 ether, "sent to Escrow");
    }

    /// @notice INV-NOT-STUCK: a token that refuses to move costs the slash, not the order's way out.
    function test_ABrokenTokenNeverBlocksTheSlash() public {
        MoodyToken moody = new MoodyToken();
        moody.mint(_ada, 1 ether);
        vm.startPrank(_ada);
        moody.approve(address(_registry), 1 ether);
        _registry.deposit(address(moody), 1 ether);
        vm.stopPrank();
        _registry.openCase(1, _ada, address(moody), 1 ether);
        moody.setRefusing(true);
        assertEq(_registry.slashCase(1), 0, "nothing sent");
        (uint256 bond, uint256 reserved) = _registry.bondOf(_ada, address(moody));
        assertEq(bond, 1 ether, "bond stays");
        assertEq(reserved, 0, "and is free");
        assertEq(_registry.arbiterOf(_ada).missed, 1, "the miss still counts");
    }

    function test_FallbacksRotateAndSkipParties() public {
        _pool();
        assertEq(_registry.openFallbackCase(1, _nobody, CMT, 1 ether), _ada, "first");
        assertEq(_registry.openFallbackCase(2, _nobody, CMT, 1 ether), _ben, "second");
        assertEq(_registry.openFallbackCase(3, _nobody, CMT, 1 ether), _cem, "third");
        assertEq(_registry.openFallbackCase(4, [_ada, address(1), _ben], CMT, 1 ether), _cem, "not a party");
        assertEq(_registry.openFallbackCase(5, _nobody, CMT, 10 ether), address(0), "no one has that much free");
        assertEq(_registry.openFallbackCase(5, [_ada, _ben, _cem], CMT, 1), address(0), "all are parties");
        _registry.closeCase(1, true);
        assertEq(_registry.openFallbackCase(5, _nobody, CMT, 10 ether), _ada, "free again");
    }

    function test_ThePoolFollowsGovernanceAndRetirement() public {
        _pool();
        _registry.setFallback(_ada, true); // already in
        _registry.setFallback(_ada, false);
        _registry.setFallback(_ada, false); // already out
        vm.prank(_cem);
        _registry.retire();
        assertEq(_registry.fallbackArbiters().length, 1, "pool");
        assertEq(_registry.fallbackArbiters()[0], _ben, "ben stays");
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.NotAnArbiter.selector, _cem));
        _registry.setFallback(_cem, true);
        vm.prank(_ben);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, _ben));
        _registry.setFallback(_ben, false);
    }

    function test_AFullRotationStaysCheap() public {
        uint256 max = _registry.MAX_FALLBACKS();
        for (uint256 i = 0; i < max; ++i) {
            address account = vm.addr(1000 + i);
            vm.prank(account);
            _registry.register(100, 0);
            _registry.setFallback(account, true);
        }
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.FallbackPoolFull.selector, max));
        _registry.setFallback(_ada, true);
        vm.cool(address(_registry));
        uint256 before = gasleft();
        assertEq(_registry.openFallbackCase(1, _nobody, CMT, 1), address(0), "none is bonded");
        assertLe(before - gasleft(), 350_000, "gas of a full round");
    }

    function test_AWithdrawalThatIsRefusedKeepsTheBond() public {
        address refuser = address(_plain); // takes no CMT
        vm.deal(refuser, 1 ether);
        vm.startPrank(refuser);
        _registry.register(0, 0);
        _registry.deposit{value: 1 ether}(CMT, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IArbiterRegistry.TransferFailed.selector, refuser, 1 ether));
        _registry.withdraw(CMT, 1 ether);
        vm.stopPrank();
        (uint256 bond, ) = _registry.bondOf(refuser, CMT);
        assertEq(bond, 1 ether, "bond");
    }

    function test_OnlyEscrowTouchesCases() public {
        vm.startPrank(_ada);
        bytes memory onlyEscrow = abi.encodeWithSelector(IArbiterRegistry.OnlyEscrow.selector, _ada);
        vm.expectRevert(onlyEscrow);
        _registry.openCase(1, _ada, CMT, 1);
        vm.expectRevert(onlyEscrow);
        _registry.openFallbackCase(1, _nobody, CMT, 1);
        vm.expectRevert(onlyEscrow);
        _registry.closeCase(1, true);
        vm.expectRevert(onlyEscrow);
        _registry.slashCase(1);
        vm.stopPrank();
    }

    /// @notice Whatever cases open, end and are slashed: bonds are backed and never less than what they reserve.
    function testFuzz_BondsStayBacked(uint256[12] calldata amounts, uint256 outcomes) public {
        _pool();
        for (uint256 i = 0; i < amounts.length; ++i) {
            uint256 amount = bound(amounts[i], 1, 12 ether);
            address arbiter = _registry.openFallbackCase(i, _nobody, CMT, amount);
            if (arbiter == address(0)) continue;
            uint256 outcome = (outcomes >> (2 * i)) % 4;
            if (outcome == 0) _registry.slashCase(i);
            else if (outcome == 1) _registry.closeCase(i, true);
        }
        uint256 sum;
        address[3] memory pool = [_ada, _ben, _cem];
        for (uint256 i = 0; i < pool.length; ++i) {
            (uint256 bond, uint256 reserved) = _registry.bondOf(pool[i], CMT);
            assertLe(reserved, bond, "reserved within the bond");
            sum += bond;
        }
        assertEq(address(_registry).balance, sum, "bonds are backed");
    }

    function _arbiter(string memory name, uint256 bond) private returns (address account) {
        account = makeAddr(name);
        vm.deal(account, bond);
        vm.startPrank(account);
        _registry.register(200, bytes32("profile"));
        _registry.deposit{value: bond}(CMT, bond);
        vm.stopPrank();
    }

    function _pool() private {
        _registry.setFallback(_ada, true);
        _registry.setFallback(_ben, true);
        _registry.setFallback(_cem, true);
    }
}
