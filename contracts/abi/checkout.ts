// Generated from Checkout.sol by `npm run abi -w contracts`. Do not edit.
export const checkoutAbi = [
  {
    "inputs": [
      {
        "name": "escrow_",
        "type": "address"
      },
      {
        "name": "listings_",
        "type": "address"
      },
      {
        "name": "merchants_",
        "type": "address"
      },
      {
        "name": "rewards_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "name": "paymentKey",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyPaid",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "deadlineSec",
        "type": "uint64"
      },
      {
        "name": "latestSec",
        "type": "uint256"
      }
    ],
    "name": "DeadlineTooFar",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "feeBps",
        "type": "uint16"
      },
      {
        "name": "capBps",
        "type": "uint16"
      }
    ],
    "name": "FeeAboveCap",
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
    "name": "IntentExpired",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "LinesDisagree",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "NotASigner",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToPay",
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
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "count",
        "type": "uint256"
      },
      {
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "TooManyOrders",
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
    "name": "WrongAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "expected",
        "type": "address"
      },
      {
        "name": "actual",
        "type": "address"
      }
    ],
    "name": "WrongPayer",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAmount",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroRefundAddress",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "paymentKey",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "discount",
        "type": "uint256"
      }
    ],
    "name": "IntentPaid",
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
        "name": "listingId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "quantity",
        "type": "uint64"
      },
      {
        "indexed": false,
        "name": "unitPrice",
        "type": "uint256"
      }
    ],
    "name": "ListingPaid",
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
        "name": "discount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "noteHash",
        "type": "bytes32"
      }
    ],
    "name": "OrderPaid",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "MAX_INTENT_SEC",
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
    "name": "MAX_ORDERS",
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
    "name": "eip712Domain",
    "outputs": [
      {
        "name": "fields",
        "type": "bytes1"
      },
      {
        "name": "name",
        "type": "string"
      },
      {
        "name": "version",
        "type": "string"
      },
      {
        "name": "chainId",
        "type": "uint256"
      },
      {
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "name": "salt",
        "type": "bytes32"
      },
      {
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "escrow",
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
        "components": [
          {
            "name": "merchant",
            "type": "address"
          },
          {
            "name": "id",
            "type": "bytes32"
          },
          {
            "name": "currency",
            "type": "address"
          },
          {
            "name": "amount",
            "type": "uint256"
          },
          {
            "name": "feeCapBps",
            "type": "uint16"
          },
          {
            "name": "arbiter",
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
            "name": "deadlineSec",
            "type": "uint64"
          },
          {
            "name": "refundTo",
            "type": "address"
          },
          {
            "name": "payer",
            "type": "address"
          }
        ],
        "name": "intent",
        "type": "tuple"
      }
    ],
    "name": "intentDigest",
    "outputs": [
      {
        "name": "",
        "type": "bytes32"
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
            "name": "merchant",
            "type": "address"
          },
          {
            "name": "id",
            "type": "bytes32"
          },
          {
            "name": "currency",
            "type": "address"
          },
          {
            "name": "amount",
            "type": "uint256"
          },
          {
            "name": "feeCapBps",
            "type": "uint16"
          },
          {
            "name": "arbiter",
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
            "name": "deadlineSec",
            "type": "uint64"
          },
          {
            "name": "refundTo",
            "type": "address"
          },
          {
            "name": "payer",
            "type": "address"
          }
        ],
        "name": "intent",
        "type": "tuple"
      },
      {
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "isValidIntentSignature",
    "outputs": [
      {
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "listings",
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
        "name": "paymentKey",
        "type": "bytes32"
      }
    ],
    "name": "orderOfPayment",
    "outputs": [
      {
        "name": "orderId",
        "type": "uint256"
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
            "components": [
              {
                "name": "listingId",
                "type": "uint256"
              },
              {
                "name": "quantity",
                "type": "uint64"
              },
              {
                "name": "termsHash",
                "type": "bytes32"
              }
            ],
            "name": "lines",
            "type": "tuple[]"
          },
          {
            "name": "rewardAmount",
            "type": "uint256"
          },
          {
            "name": "noteHash",
            "type": "bytes32"
          }
        ],
        "name": "orders",
        "type": "tuple[]"
      },
      {
        "components": [
          {
            "components": [
              {
                "name": "merchant",
                "type": "address"
              },
              {
                "name": "id",
                "type": "bytes32"
              },
              {
                "name": "currency",
                "type": "address"
              },
              {
                "name": "amount",
                "type": "uint256"
              },
              {
                "name": "feeCapBps",
                "type": "uint16"
              },
              {
                "name": "arbiter",
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
                "name": "deadlineSec",
                "type": "uint64"
              },
              {
                "name": "refundTo",
                "type": "address"
              },
              {
                "name": "payer",
                "type": "address"
              }
            ],
            "name": "intent",
            "type": "tuple"
          },
          {
            "name": "signature",
            "type": "bytes"
          },
          {
            "name": "rewardAmount",
            "type": "uint256"
          }
        ],
        "name": "intents",
        "type": "tuple[]"
      }
    ],
    "name": "pay",
    "outputs": [
      {
        "name": "orderIds",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "name": "merchant",
            "type": "address"
          },
          {
            "name": "id",
            "type": "bytes32"
          },
          {
            "name": "currency",
            "type": "address"
          },
          {
            "name": "amount",
            "type": "uint256"
          },
          {
            "name": "feeCapBps",
            "type": "uint16"
          },
          {
            "name": "arbiter",
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
            "name": "deadlineSec",
            "type": "uint64"
          },
          {
            "name": "refundTo",
            "type": "address"
          },
          {
            "name": "payer",
            "type": "address"
          }
        ],
        "name": "intent",
        "type": "tuple"
      },
      {
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "payFor",
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
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "paymentKeyOf",
    "outputs": [
      {
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
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
  }
] as const;
