// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../../src/interfaces/IEscrow.sol";

/// @title Escrow's record of orders without the money: the one view that {RewardsProgram} trusts.
contract OrderBook {
    mapping(uint256 orderId => IEscrow.Order) private _orders;
    uint256 public orderCount;

    function open(
        address buyer,
        address seller,
        address currency,
        uint128 amount,
        uint256 rewardAmount
    ) external returns (uint256 orderId) {
        orderId = ++orderCount;
        IEscrow.Order storage order = _orders[orderId];
        order.buyer = buyer;
        order.seller = seller;
        order.currency = currency;
        order.amount = amount;
        order.rewardAmount = rewardAmount;
        order.state = IEscrow.State.Funded;
    }

    function close(uint256 orderId, IEscrow.State state, uint16 buyerBps) external {
        _orders[orderId].state = state;
        _orders[orderId].buyerBps = buyerBps;
    }

    function orderOf(uint256 orderId) external view returns (IEscrow.Order memory) {
        if (_orders[orderId].state == IEscrow.State.None) revert IEscrow.UnknownOrder(orderId);
        return _orders[orderId];
    }
}
