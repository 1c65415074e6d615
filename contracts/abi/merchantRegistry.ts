// Generated from MerchantRegistry.sol by `npm run abi -w contracts`. Do not edit.
export const merchantRegistryAbi = [
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "AlreadyRegistered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "expiresAtSec",
        "type": "uint64"
      },
      {
        "name": "nowSec",
        "type": "uint256"
      }
    ],
    "name": "ExpiryInPast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "payout",
        "type": "address"
      }
    ],
    "name": "InvalidPayout",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "InvalidSigner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "NotRegistered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "UnknownSigner",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "payout",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "MerchantRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "payout",
        "type": "address"
      }
    ],
    "name": "PayoutChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "ProfileChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "signer",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "expiresAtSec",
        "type": "uint64"
      }
    ],
    "name": "SignerAdded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "SignerRevoked",
    "type": "event"
  },
  {
    "inputs": [
      {
        "name": "signer",
        "type": "address"
      },
      {
        "name": "expiresAtSec",
        "type": "uint64"
      }
    ],
    "name": "addSigner",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "isCurrentSigner",
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
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "isRegistered",
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
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "merchantOf",
    "outputs": [
      {
        "components": [
          {
            "name": "payout",
            "type": "address"
          },
          {
            "name": "registeredAtSec",
            "type": "uint64"
          },
          {
            "name": "profileHash",
            "type": "bytes32"
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
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "payoutOf",
    "outputs": [
      {
        "name": "payout",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "payout",
        "type": "address"
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
    "inputs": [
      {
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "revokeSigner",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "payout",
        "type": "address"
      }
    ],
    "name": "setPayout",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "profileHash",
        "type": "bytes32"
      }
    ],
    "name": "setProfile",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "signerExpiryOf",
    "outputs": [
      {
        "name": "expiresAtSec",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;
