// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ICurrencyList} from "../interfaces/ICurrencyList.sol";
import {OrderTerms} from "../libraries/OrderTerms.sol";

/// @title Currencies that new orders may be paid in, each with its smallest dispute bond.
/// @notice constructor(owner, cmtBondFloorAtto). Trusted: the owner, for what is new only. It must list tokens without
/// transfer fees or rebasing; Escrow refuses the former and keeps the latter's harm to that token's own orders.
contract CurrencyList is ICurrencyList, Ownable2Step {
    address private constant CMT = address(0);

    mapping(address currency => uint256 bondFloor) private _bondFloor;

    /// @param cmtBondFloorAtto Smallest dispute bond of a CMT order, in atto CMT.
    constructor(address owner, uint256 cmtBondFloorAtto) Ownable(owner) {
        _setFloor(CMT, cmtBondFloorAtto);
    }

    /// @inheritdoc ICurrencyList
    function allow(address currency, uint256 bondFloor) external onlyOwner {
        if (currency != CMT && currency.code.length == 0) revert NotAToken(currency);
        _setFloor(currency, bondFloor);
    }

    /// @inheritdoc ICurrencyList
    function remove(address currency) external onlyOwner {
        if (currency == CMT) revert CannotRemoveCmt();
        if (_bondFloor[currency] == 0) revert CurrencyNotAllowed(currency);
        delete _bondFloor[currency];
        emit CurrencyRemoved(currency);
    }

    /// @inheritdoc ICurrencyList
    function isAllowed(address currency) external view returns (bool) {
        return _bondFloor[currency] != 0;
    }

    /// @inheritdoc ICurrencyList
    function bondFloorOf(address currency) external view returns (uint256) {
        return _bondFloor[currency];
    }

    function _setFloor(address currency, uint256 bondFloor) private {
        if (bondFloor == 0) revert ZeroBondFloor();
        if (bondFloor > OrderTerms.MAX_AMOUNT) revert BondFloorTooHigh(bondFloor, OrderTerms.MAX_AMOUNT);
        _bondFloor[currency] = bondFloor;
        emit CurrencyAllowed(currency, bondFloor);
    }
}
