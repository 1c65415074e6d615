// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {CurrencyList} from "../src/commerce/CurrencyList.sol";
import {MerchantRegistry} from "../src/commerce/MerchantRegistry.sol";
import {Profiles} from "../src/commerce/Profiles.sol";
import {ICurrencyList} from "../src/interfaces/ICurrencyList.sol";
import {IMerchantRegistry} from "../src/interfaces/IMerchantRegistry.sol";
import {IProfiles} from "../src/interfaces/IProfiles.sol";
import {Test} from "./support/Test.sol";
import {PlainToken} from "./support/Tokens.sol";

/// @title Merchants and their signers.
contract MerchantRegistryTest is Test {
    MerchantRegistry private _registry = new MerchantRegistry();
    address private _merchant = makeAddr("merchant");
    address private _signer = makeAddr("signer");

    function test_AMerchantRegistersOnceAndChangesItsEntry() public {
        vm.startPrank(_merchant);
        _registry.register(_merchant, bytes32("first"));
        vm.expectRevert(abi.encodeWithSelector(IMerchantRegistry.AlreadyRegistered.selector, _merchant));
        _registry.register(_merchant, bytes32("first"));
        _registry.setPayout(_signer);
        _registry.setProfile(bytes32("second"));
        vm.stopPrank();
        IMerchantRegistry.Merchant memory entry = _registry.merchantOf(_merchant);
        assertEq(entry.payout, _signer, "payout");
        assertEq(_registry.payoutOf(_merchant), _signer, "payout");
        assertEq(entry.profileHash, bytes32("second"), "profile");
        assertEq(entry.registeredAtSec, block.timestamp, "since");
        assertTrue(_registry.isRegistered(_merchant), "registered");
    }

    function test_PayoutIsSomeAddress() public {
        vm.startPrank(_merchant);
        vm.expectRevert(abi.encodeWithSelector(IMerchantRegistry.InvalidPayout.selector, address(0)));
        _registry.register(address(0), bytes32(0));
        _registry.register(_merchant, bytes32(0));
        vm.expectRevert(abi.encodeWithSelector(IMerchantRegistry.InvalidPayout.selector, address(0)));
        _registry.setPayout(address(0));
        vm.stopPrank();
    }

    function test_OnlyMerchantsHaveEntries() public {
        bytes memory notRegistered = abi.encodeWithSelector(IMerchantRegistry.NotRegistered.selector, _merchant);
        vm.startPrank(_merchant);
        vm.expectRevert(notRegistered);
        _registry.setPayout(_merchant);
        vm.expectRevert(notRegistered);
        _registry.setProfile(bytes32(0));
        vm.expectRevert(notRegistered);
        _registry.addSigner(_signer, 2);
        vm.expectRevert(notRegistered);
        _registry.revokeSigner(_signer);
        vm.expectRevert(notRegistered);
        _registry.payoutOf(_merchant);
        vm.stopPrank();
    }

    function test_SignersComeExpireAndGo() public {
        vm.warp(1_000);
        vm.startPrank(_merchant);
        _registry.register(_merchant, bytes32(0));
        vm.expectRevert(abi.encodeWithSelector(IMerchantRegistry.InvalidSigner.selector, address(0)));
        _registry.addSigner(address(0), 2_000);
        vm.expectRevert(abi.encodeWithSelector(IMerchantRegistry.ExpiryInPast.selector, 1_000, 1_000));
        _registry.addSigner(_signer, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IMerchantRegistry.UnknownSigner.selector, _merchant, _signer));
        _registry.revokeSigner(_signer);
        _registry.addSigner(_signer, 2_000);
        assertEq(_registry.signerExpiryOf(_merchant, _signer), 2_000, "expiry");
        vm.warp(1_999);
        assertTrue(_registry.isCurrentSigner(_merchant, _signer), "until the expiry");
        vm.warp(2_000);
        assertTrue(!_registry.isCurrentSigner(_merchant, _signer), "exclusive");
        _registry.addSigner(_signer, 3_000);
        assertTrue(_registry.isCurrentSigner(_merchant, _signer), "moved");
        _registry.revokeSigner(_signer);
        assertTrue(!_registry.isCurrentSigner(_merchant, _signer), "revoked");
        vm.stopPrank();
        assertTrue(!_registry.isCurrentSigner(_signer, _signer), "of that merchant alone");
    }
}

/// @title Currencies and their floors.
contract CurrencyListTest is Test {
    CurrencyList private _list = new CurrencyList(address(this), 5);
    address private _token = address(new PlainToken());

    function test_CmtIsAlwaysAllowed() public {
        assertTrue(_list.isAllowed(address(0)), "CMT");
        assertEq(_list.bondFloorOf(address(0)), 5, "floor");
        _list.allow(address(0), 7);
        assertEq(_list.bondFloorOf(address(0)), 7, "floor");
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.CannotRemoveCmt.selector));
        _list.remove(address(0));
    }

    function test_TokensComeAndGo() public {
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.CurrencyNotAllowed.selector, _token));
        _list.remove(_token);
        _list.allow(_token, 9);
        assertTrue(_list.isAllowed(_token), "allowed");
        _list.remove(_token);
        assertTrue(!_list.isAllowed(_token), "removed");
        assertEq(_list.bondFloorOf(_token), 0, "floor");
    }

    function test_BadEntriesAreNamed() public {
        address account = makeAddr("no code");
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.NotAToken.selector, account));
        _list.allow(account, 1);
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.ZeroBondFloor.selector));
        _list.allow(_token, 0);
        uint256 tooHigh = uint256(type(uint128).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(ICurrencyList.BondFloorTooHigh.selector, tooHigh, type(uint128).max));
        _list.allow(_token, tooHigh);
    }

    function test_OnlyTheOwnerLists() public {
        address account = makeAddr("somebody");
        bytes memory unauthorised = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, account);
        vm.startPrank(account);
        vm.expectRevert(unauthorised);
        _list.allow(_token, 1);
        vm.expectRevert(unauthorised);
        _list.remove(_token);
        vm.stopPrank();
    }
}

/// @title Message keys, published by their account or with its signature.
contract ProfilesTest is Test {
    bytes32 private constant PUBLISH_TYPEHASH = keccak256(
        "PublishKey(address account,bytes32 messageKey,uint256 nonce,uint256 deadlineSec)"
    );
    uint256 private constant KEY = uint256(keccak256("account"));

    Profiles private _profiles = new Profiles();
    address private _account = vm.addr(KEY);

    function test_AnAccountPublishesItsKey() public {
        vm.startPrank(_account);
        _profiles.publish(bytes32("one"));
        _profiles.publish(bytes32("two"));
        vm.expectRevert(abi.encodeWithSelector(IProfiles.EmptyMessageKey.selector));
        _profiles.publish(bytes32(0));
        vm.stopPrank();
        assertEq(_profiles.messageKeyOf(_account), bytes32("two"), "the latest");
        assertEq(_profiles.nonceOf(_account), 2, "nonce");
    }

    function test_AnyonePublishesWithItsSignature() public {
        bytes memory signature = sign(bytes32("one"), 0, block.timestamp);
        _profiles.publishFor(_account, bytes32("one"), block.timestamp, signature);
        assertEq(_profiles.messageKeyOf(_account), bytes32("one"), "published");
        vm.expectRevert(abi.encodeWithSelector(IProfiles.InvalidSignature.selector, _account));
        _profiles.publishFor(_account, bytes32("one"), block.timestamp, signature);
    }

    function test_AnOldSignatureCannotRestoreAnOldKey() public {
        bytes memory signature = sign(bytes32("old"), 0, block.timestamp);
        vm.prank(_account);
        _profiles.publish(bytes32("new"));
        vm.expectRevert(abi.encodeWithSelector(IProfiles.InvalidSignature.selector, _account));
        _profiles.publishFor(_account, bytes32("old"), block.timestamp, signature);
    }

    function test_ASignatureIsForOneKeyOneAccountAndATime() public {
        bytes memory signature = sign(bytes32("one"), 0, 100);
        vm.warp(101);
        vm.expectRevert(abi.encodeWithSelector(IProfiles.SignatureExpired.selector, 100, 101));
        _profiles.publishFor(_account, bytes32("one"), 100, signature);
        vm.warp(100);
        vm.expectRevert(abi.encodeWithSelector(IProfiles.InvalidSignature.selector, _account));
        _profiles.publishFor(_account, bytes32("two"), 100, signature);
        vm.expectRevert(abi.encodeWithSelector(IProfiles.InvalidSignature.selector, address(this)));
        _profiles.publishFor(address(this), bytes32("one"), 100, signature);
    }

    function sign(bytes32 messageKey, uint256 nonce, uint256 deadlineSec) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("CyberMiles Profiles"),
                keccak256("1"),
                block.chainid,
                address(_profiles)
            )
        );
        bytes32 message = keccak256(abi.encode(PUBLISH_TYPEHASH, _account, messageKey, nonce, deadlineSec));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, keccak256(abi.encodePacked(hex"1901", domain, message)));
        return abi.encodePacked(r, s, v);
    }
}
