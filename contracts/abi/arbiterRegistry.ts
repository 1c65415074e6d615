// Generated from ArbiterRegistry.sol by `npm run abi -w contracts`. Do not edit.
export const arbiterRegistryAbi = [
  {
    "inputs": [
      {
        "name": "escrow_",
        "type": "address"
      },
      {
        "name": "owner_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      }
    ],
    "name": "AlreadyArbiter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "wanted",
        "type": "uint256"
      },
      {
        "name": "free",
        "type": "uint256"
      }
    ],
    "name": "BondInUse",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "CaseExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      },
      {
        "name": "count",
        "type": "uint256"
      }
    ],
    "name": "CasesStillOpen",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "FallbackPoolFull",
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
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "NoOpenCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "account",
        "type": "address"
      }
    ],
    "name": "NotAnArbiter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "OnlyEscrow",
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
    "inputs": [],
    "name": "ZeroAmount",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "arbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "feeBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "ArbiterRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "ArbiterRetired",
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
        "name": "arbiter",
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
    "name": "ArbiterSlashed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "arbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "feeBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "ArbiterUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "arbiter",
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
        "name": "bond",
        "type": "uint256"
      }
    ],
    "name": "BondDeposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "arbiter",
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
        "name": "bond",
        "type": "uint256"
      }
    ],
    "name": "BondWithdrawn",
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
        "name": "arbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "ruled",
        "type": "bool"
      }
    ],
    "name": "CaseClosed",
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
        "name": "arbiter",
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
    "name": "CaseOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "arbiter",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "isFallback",
        "type": "bool"
      }
    ],
    "name": "FallbackChanged",
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
    "inputs": [],
    "name": "MAX_FALLBACKS",
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
    "name": "SLASH_BPS",
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
    "name": "acceptOwnership",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "arbiterOf",
    "outputs": [
      {
        "components": [
          {
            "name": "active",
            "type": "bool"
          },
          {
            "name": "isFallback",
            "type": "bool"
          },
          {
            "name": "feeBps",
            "type": "uint16"
          },
          {
            "name": "profileHash",
            "type": "bytes32"
          },
          {
            "name": "ruled",
            "type": "uint64"
          },
          {
            "name": "missed",
            "type": "uint64"
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
        "name": "arbiter",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "bondOf",
    "outputs": [
      {
        "name": "bond",
        "type": "uint256"
      },
      {
        "name": "reserved",
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
    "name": "caseOf",
    "outputs": [
      {
        "name": "arbiter",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "amount",
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
        "name": "ruled",
        "type": "bool"
      }
    ],
    "name": "closeCase",
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
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "deposit",
    "outputs": [],
    "stateMutability": "payable",
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
    "inputs": [],
    "name": "fallbackArbiters",
    "outputs": [
      {
        "name": "",
        "type": "address[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "feeBpsOf",
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
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "isActive",
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
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      },
      {
        "name": "arbiter",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "openCase",
    "outputs": [
      {
        "name": "ok",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "name": "openCasesOf",
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
      },
      {
        "name": "excluded",
        "type": "address[3]"
      },
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "openFallbackCase",
    "outputs": [
      {
        "name": "arbiter",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
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
        "name": "feeBps",
        "type": "uint16"
      },
      {
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "register",
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
    "name": "retire",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "arbiter",
        "type": "address"
      },
      {
        "name": "isFallback",
        "type": "bool"
      }
    ],
    "name": "setFallback",
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
    "name": "slashCase",
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
        "name": "feeBps",
        "type": "uint16"
      },
      {
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "update",
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
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "withdraw",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;
