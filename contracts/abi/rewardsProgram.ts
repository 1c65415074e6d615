// Generated from RewardsProgram.sol by `npm run abi -w contracts`. Do not edit.
export const rewardsProgramAbi = [
  {
    "inputs": [
      {
        "name": "escrow_",
        "type": "address"
      },
      {
        "name": "checkout_",
        "type": "address"
      },
      {
        "name": "currencies_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "AlreadyPledged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "AlreadySettled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "bytesLength",
        "type": "uint256"
      },
      {
        "name": "maxBytes",
        "type": "uint256"
      }
    ],
    "name": "BadText",
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
        "name": "discount",
        "type": "uint256"
      },
      {
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "DiscountTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "earnBps",
        "type": "uint16"
      },
      {
        "name": "maxBps",
        "type": "uint16"
      }
    ],
    "name": "EarnRateTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "NoProgram",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "NoRateCut",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "NotClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "NothingRedeemed",
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
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "ProgramExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "rate",
        "type": "uint256"
      },
      {
        "name": "current",
        "type": "uint256"
      }
    ],
    "name": "RateNotBetter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "rate",
        "type": "uint256"
      },
      {
        "name": "current",
        "type": "uint256"
      }
    ],
    "name": "RateNotWorse",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "rate",
        "type": "uint256"
      },
      {
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "RateTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "buyer",
        "type": "address"
      },
      {
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "RedemptionNotBound",
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
    "name": "WrongCurrency",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroRate",
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
        "name": "orderCap",
        "type": "uint128"
      },
      {
        "indexed": false,
        "name": "supplyCap",
        "type": "uint128"
      }
    ],
    "name": "CapsChanged",
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
        "name": "earnBps",
        "type": "uint16"
      }
    ],
    "name": "EarnRateChanged",
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
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "currency",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "earnBps",
        "type": "uint16"
      },
      {
        "indexed": false,
        "name": "rate",
        "type": "uint256"
      }
    ],
    "name": "ProgramCreated",
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
        "name": "nextRate",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "atSec",
        "type": "uint64"
      }
    ],
    "name": "RateCutAnnounced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "RateCutCancelled",
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
        "name": "rate",
        "type": "uint256"
      }
    ],
    "name": "RateImproved",
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
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "buyer",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "RewardsPledged",
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
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "buyer",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "tokens",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "discount",
        "type": "uint256"
      }
    ],
    "name": "RewardsRedeemed",
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
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "buyer",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "RewardsReturned",
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
        "name": "merchant",
        "type": "address"
      },
      {
        "indexed": true,
        "name": "buyer",
        "type": "address"
      },
      {
        "indexed": false,
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "RewardsVested",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "MAX_EARN_BPS",
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
    "name": "NOTICE_SEC",
    "outputs": [
      {
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "nextRate",
        "type": "uint256"
      }
    ],
    "name": "announceRateCut",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "cancelRateCut",
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
        "name": "name",
        "type": "string"
      },
      {
        "name": "symbol",
        "type": "string"
      },
      {
        "name": "currency",
        "type": "address"
      },
      {
        "name": "earnBps",
        "type": "uint16"
      },
      {
        "name": "rate",
        "type": "uint256"
      }
    ],
    "name": "create",
    "outputs": [
      {
        "name": "token",
        "type": "address"
      }
    ],
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
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "currency",
        "type": "address"
      }
    ],
    "name": "earnBpsOf",
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
        "name": "rate",
        "type": "uint256"
      }
    ],
    "name": "improveRate",
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
    "name": "isSettled",
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
    "name": "liabilityOf",
    "outputs": [
      {
        "components": [
          {
            "name": "issued",
            "type": "uint256"
          },
          {
            "name": "held",
            "type": "uint256"
          },
          {
            "name": "pledged",
            "type": "uint256"
          },
          {
            "name": "value",
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
        "name": "orderId",
        "type": "uint256"
      }
    ],
    "name": "pledge",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "merchant",
        "type": "address"
      }
    ],
    "name": "programOf",
    "outputs": [
      {
        "components": [
          {
            "name": "token",
            "type": "address"
          },
          {
            "name": "currency",
            "type": "address"
          },
          {
            "name": "earnBps",
            "type": "uint16"
          },
          {
            "name": "rate",
            "type": "uint256"
          },
          {
            "name": "nextRate",
            "type": "uint256"
          },
          {
            "name": "nextRateAtSec",
            "type": "uint64"
          },
          {
            "name": "orderCap",
            "type": "uint128"
          },
          {
            "name": "supplyCap",
            "type": "uint128"
          }
        ],
        "name": "program",
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
      },
      {
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "quote",
    "outputs": [
      {
        "name": "discount",
        "type": "uint256"
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
    "name": "rateOf",
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
        "name": "merchant",
        "type": "address"
      },
      {
        "name": "buyer",
        "type": "address"
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
        "name": "tokens",
        "type": "uint256"
      }
    ],
    "name": "redeem",
    "outputs": [
      {
        "name": "discount",
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
    "name": "rewardsOf",
    "outputs": [
      {
        "name": "held",
        "type": "uint256"
      },
      {
        "name": "pledged",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "orderCap",
        "type": "uint128"
      },
      {
        "name": "supplyCap",
        "type": "uint128"
      }
    ],
    "name": "setCaps",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "earnBps",
        "type": "uint16"
      }
    ],
    "name": "setEarnRate",
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
    "name": "settle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;
