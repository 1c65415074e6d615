// Generated from Escrow.sol by `npm run abi -w contracts`. Do not edit.
export const escrowAbi = [
  {
    "inputs": [
      {
        "name": "owner",
        "type": "address"
      },
      {
        "components": [
          {
            "name": "checkout",
            "type": "address"
          },
          {
            "name": "currencies",
            "type": "address"
          },
          {
            "name": "merchants",
            "type": "address"
          },
          {
            "name": "arbiters",
            "type": "address"
          },
          {
            "name": "rewards",
            "type": "address"
          }
        ],
        "name": "wiring",
        "type": "tuple"
      },
      {
        "name": "feeRecipient_",
        "type": "address"
      },
      {
        "name": "feeBps_",
        "type": "uint16"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "name": "amount",
        "type": "uint256"
      },
      {
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "AmountTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "ArbiterNotActive",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      }
    ],
    "name": "BuyerIsSeller",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "CurrencyNotAllowed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "feeBps",
        "type": "uint16"
      },
      {
        "name": "maxBps",
        "type": "uint16"
      }
    ],
    "name": "FeeTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "bps",
        "type": "uint16"
      }
    ],
    "name": "InvalidShare",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "NoSuchOffer",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "NotAuthorised",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "needed",
        "type": "uint256"
      },
      {
        "name": "left",
        "type": "uint256"
      }
    ],
    "name": "NotEnoughGas",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "NothingToWithdraw",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "expected",
        "type": "uint16"
      },
      {
        "name": "actual",
        "type": "uint16"
      }
    ],
    "name": "OfferChanged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "OnlyCheckout",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "OwnableInvalidOwner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      }
    ],
    "name": "OwnableUnauthorizedAccount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "PartyIsArbiter",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "expected",
        "type": "uint256"
      },
      {
        "name": "received",
        "type": "uint256"
      }
    ],
    "name": "TokenTakesFees",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "notBeforeSec",
        "type": "uint64"
      },
      {
        "name": "nowSec",
        "type": "uint256"
      }
    ],
    "name": "TooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "deadlineSec",
        "type": "uint64"
      },
      {
        "name": "nowSec",
        "type": "uint256"
      }
    ],
    "name": "TooLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "to",
        "type": "address"
      },
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "TransferFailed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "UnexpectedValue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "UnknownOrder",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "seconds_",
        "type": "uint32"
      },
      {
        "name": "min",
        "type": "uint32"
      },
      {
        "name": "max",
        "type": "uint32"
      }
    ],
    "name": "WindowOutOfRange",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "expected",
        "type": "uint256"
      },
      {
        "name": "received",
        "type": "uint256"
      }
    ],
    "name": "WrongBond",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "state",
        "type": "uint8"
      }
    ],
    "name": "WrongState",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAddress",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAmount",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "currency",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "Credited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "by",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "arbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "rulingDeadlineSec",
        "type": "uint64"
      }
    ],
    "name": "DisputeAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "missedBy",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "fallbackArbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "rulingDeadlineSec",
        "type": "uint64"
      }
    ],
    "name": "DisputeEscalated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "evidenceHash",
        "type": "bytes32"
      }
    ],
    "name": "EvidenceAdded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "name": "feeBps",
        "type": "uint16"
      }
    ],
    "name": "FeeChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "name": "feeRecipient",
        "type": "address"
      }
    ],
    "name": "FeeRecipientChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "buyerBps",
        "type": "uint16"
      }
    ],
    "name": "OfferMade",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "by",
        "type": "address"
      }
    ],
    "name": "OfferWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "state",
        "type": "uint8"
      },
      {
        "indexed": false,
        "name": "buyerAmount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "sellerAmount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "fee",
        "type": "uint256"
      }
    ],
    "name": "OrderClosed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "opener",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "reasonHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "name": "bond",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "arbiterFee",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "answerDeadlineSec",
        "type": "uint64"
      }
    ],
    "name": "OrderDisputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "buyer",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "seller",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "currency",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "arbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "shipDeadlineSec",
        "type": "uint64"
      },
      {
        "indexed": false,
        "name": "releaseSec",
        "type": "uint32"
      },
      {
        "indexed": false,
        "name": "feeBps",
        "type": "uint16"
      }
    ],
    "name": "OrderFunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "by",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "buyerBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "name": "reasonHash",
        "type": "bytes32"
      }
    ],
    "name": "OrderRuled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "trackingHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "name": "releaseAtSec",
        "type": "uint64"
      }
    ],
    "name": "OrderShipped",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "previousOwner",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "newOwner",
        "type": "address"
      }
    ],
    "name": "OwnershipTransferStarted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "previousOwner",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "newOwner",
        "type": "address"
      }
    ],
    "name": "OwnershipTransferred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "RewardsDeferred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "currency",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "to",
        "type": "address"
      }
    ],
    "name": "Withdrawn",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "ANSWER_SEC",
    "outputs": [
      {
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "FALLBACK_SEC",
    "outputs": [
      {
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "MAX_FEE_BPS",
    "outputs": [
      {
        "name": "",
        "type": "uint16"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "REWARDS_GAS",
    "outputs": [
      {
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "RULING_SEC",
    "outputs": [
      {
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "buyerBps",
        "type": "uint16"
      }
    ],
    "name": "acceptOffer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "acceptOwnership",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "evidenceHash",
        "type": "bytes32"
      }
    ],
    "name": "addEvidence",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "reasonHash",
        "type": "bytes32"
      }
    ],
    "name": "answer",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "arbiters",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "cancel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "checkout",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "closeSilent",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "closeUnruled",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "confirm",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "currencies",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "depositFor",
    "outputs": [
      {
        "name": "bond",
        "type": "uint256"
      },
      {
        "name": "arbiterFee",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "reasonHash",
        "type": "bytes32"
      }
    ],
    "name": "dispute",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "escalate",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "feeBps",
    "outputs": [
      {
        "name": "",
        "type": "uint16"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "feeRecipient",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "merchants",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "buyerBps",
        "type": "uint16"
      }
    ],
    "name": "offer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "by",
        "type": "address"
      }
    ],
    "name": "offerOf",
    "outputs": [
      {
        "components": [
          {
            "name": "by",
            "type": "address"
          },
          {
            "name": "buyerBps",
            "type": "uint16"
          }
        ],
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "name": "buyer",
            "type": "address"
          },
          {
            "name": "seller",
            "type": "address"
          },
          {
            "name": "currency",
            "type": "address"
          },
          {
            "name": "arbiter",
            "type": "address"
          },
          {
            "name": "payer",
            "type": "address"
          },
          {
            "name": "shipBySec",
            "type": "uint32"
          },
          {
            "name": "releaseSec",
            "type": "uint32"
          },
          {
            "name": "amount",
            "type": "uint256"
          },
          {
            "name": "rewardAmount",
            "type": "uint256"
          }
        ],
        "name": "params",
        "type": "tuple"
      }
    ],
    "name": "open",
    "outputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "orderCount",
    "outputs": [
      {
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "orderOf",
    "outputs": [
      {
        "components": [
          {
            "name": "buyer",
            "type": "address"
          },
          {
            "name": "shipDeadlineSec",
            "type": "uint64"
          },
          {
            "name": "releaseSec",
            "type": "uint32"
          },
          {
            "name": "seller",
            "type": "address"
          },
          {
            "name": "fundedAtSec",
            "type": "uint64"
          },
          {
            "name": "feeBps",
            "type": "uint16"
          },
          {
            "name": "earnBps",
            "type": "uint16"
          },
          {
            "name": "currency",
            "type": "address"
          },
          {
            "name": "shippedAtSec",
            "type": "uint64"
          },
          {
            "name": "arbiterFeeBps",
            "type": "uint16"
          },
          {
            "name": "buyerBps",
            "type": "uint16"
          },
          {
            "name": "arbiter",
            "type": "address"
          },
          {
            "name": "releaseAtSec",
            "type": "uint64"
          },
          {
            "name": "state",
            "type": "uint8"
          },
          {
            "name": "fallbackArbiter",
            "type": "address"
          },
          {
            "name": "deadlineSec",
            "type": "uint64"
          },
          {
            "name": "opener",
            "type": "address"
          },
          {
            "name": "amount",
            "type": "uint128"
          },
          {
            "name": "bond",
            "type": "uint128"
          },
          {
            "name": "rewardAmount",
            "type": "uint256"
          }
        ],
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "owed",
    "outputs": [
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "owner",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "pendingOwner",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "refundUnshipped",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "release",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "renounceOwnership",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "rewards",
    "outputs": [
      {
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "buyerBps",
        "type": "uint16"
      },
      {
        "name": "reasonHash",
        "type": "bytes32"
      }
    ],
    "name": "rule",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "feeBps_",
        "type": "uint16"
      }
    ],
    "name": "setFee",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "feeRecipient_",
        "type": "address"
      }
    ],
    "name": "setFeeRecipient",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "trackingHash",
        "type": "bytes32"
      }
    ],
    "name": "ship",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "newOwner",
        "type": "address"
      }
    ],
    "name": "transferOwnership",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "withdraw",
    "outputs": [
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "withdrawOffer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "to",
        "type": "address"
      }
    ],
    "name": "withdrawTo",
    "outputs": [
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "withdrawableOf",
    "outputs": [
      {
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "stateMutability": "payable",
    "type": "receive"
  }
] as const;
