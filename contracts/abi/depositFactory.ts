// Generated from DepositFactory.sol by `npm run abi -w contracts`. Do not edit.
export const depositFactoryAbi = [
  {
    "inputs": [
      {
        "name": "checkout_",
        "type": "address"
      },
      {
        "name": "escrow_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "FailedDeployment",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "balance",
        "type": "uint256"
      },
      {
        "name": "needed",
        "type": "uint256"
      }
    ],
    "name": "InsufficientBalance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "expected",
        "type": "uint256"
      },
      {
        "name": "balance",
        "type": "uint256"
      }
    ],
    "name": "NotEnough",
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
        "name": "refundTo",
        "type": "address"
      },
      {
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "NotRefundAddress",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "deposit",
        "type": "address"
      }
    ],
    "name": "NothingToSweep",
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
        "name": "refundTo",
        "type": "address"
      },
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "RefundFailed",
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
    "name": "StillPayable",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "UseSweep",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAddress",
    "type": "error"
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
        "name": "deposit",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "refundTo",
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
      }
    ],
    "name": "DepositRefunded",
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
        "name": "deposit",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "orderId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "paid",
        "type": "uint256"
      }
    ],
    "name": "DepositSwept",
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
        "name": "deposit",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "refundTo",
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
      }
    ],
    "name": "RefundDeferred",
    "type": "event"
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
    "name": "addressOf",
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
    "inputs": [],
    "name": "implementation",
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
      },
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "to",
        "type": "address"
      }
    ],
    "name": "reclaim",
    "outputs": [],
    "stateMutability": "nonpayable",
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
        "name": "token",
        "type": "address"
      }
    ],
    "name": "rescue",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "name": "sweep",
    "outputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;
