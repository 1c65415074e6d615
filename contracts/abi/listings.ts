// Generated from Listings.sol by `npm run abi -w contracts`. Do not edit.
export const listingsAbi = [
  {
    "inputs": [
      {
        "name": "checkout_",
        "type": "address"
      },
      {
        "name": "currencies_",
        "type": "address"
      },
      {
        "name": "arbiters_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
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
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "ListingIsPaused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "ListingNotPaused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      },
      {
        "name": "caller",
        "type": "address"
      },
      {
        "name": "seller",
        "type": "address"
      }
    ],
    "name": "NotSeller",
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
        "name": "listingId",
        "type": "uint256"
      },
      {
        "name": "wanted",
        "type": "uint64"
      },
      {
        "name": "stock",
        "type": "uint64"
      }
    ],
    "name": "OutOfStock",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "price",
        "type": "uint256"
      },
      {
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "PriceTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "seller",
        "type": "address"
      }
    ],
    "name": "SellerIsArbiter",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "pieces",
        "type": "uint256"
      },
      {
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "StockTooHigh",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      },
      {
        "name": "expected",
        "type": "bytes32"
      },
      {
        "name": "actual",
        "type": "bytes32"
      }
    ],
    "name": "TermsChanged",
    "type": "error"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "UnknownListing",
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
    "inputs": [],
    "name": "ZeroPrice",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroQuantity",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "listingId",
        "type": "uint256"
      },
      {
        "indexed": true,
        "name": "seller",
        "type": "address"
      },
      {
        "components": [
          {
            "name": "currency",
            "type": "address"
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
            "name": "price",
            "type": "uint256"
          },
          {
            "name": "contentHash",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "name": "terms",
        "type": "tuple"
      },
      {
        "indexed": false,
        "name": "stock",
        "type": "uint64"
      }
    ],
    "name": "ListingCreated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "ListingPaused",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "listingId",
        "type": "uint256"
      },
      {
        "indexed": false,
        "name": "added",
        "type": "uint64"
      },
      {
        "indexed": false,
        "name": "stock",
        "type": "uint64"
      }
    ],
    "name": "ListingRestocked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "ListingResumed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "name": "listingId",
        "type": "uint256"
      },
      {
        "components": [
          {
            "name": "currency",
            "type": "address"
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
            "name": "price",
            "type": "uint256"
          },
          {
            "name": "contentHash",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "name": "terms",
        "type": "tuple"
      }
    ],
    "name": "ListingUpdated",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
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
        "name": "stockLeft",
        "type": "uint64"
      }
    ],
    "name": "StockTaken",
    "type": "event"
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
        "components": [
          {
            "name": "currency",
            "type": "address"
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
            "name": "price",
            "type": "uint256"
          },
          {
            "name": "contentHash",
            "type": "bytes32"
          }
        ],
        "name": "terms",
        "type": "tuple"
      },
      {
        "name": "stock",
        "type": "uint64"
      }
    ],
    "name": "create",
    "outputs": [
      {
        "name": "listingId",
        "type": "uint256"
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
    "inputs": [],
    "name": "listingCount",
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
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "listingOf",
    "outputs": [
      {
        "components": [
          {
            "name": "seller",
            "type": "address"
          },
          {
            "name": "paused",
            "type": "bool"
          },
          {
            "name": "stock",
            "type": "uint64"
          },
          {
            "name": "sold",
            "type": "uint64"
          },
          {
            "components": [
              {
                "name": "currency",
                "type": "address"
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
                "name": "price",
                "type": "uint256"
              },
              {
                "name": "contentHash",
                "type": "bytes32"
              }
            ],
            "name": "terms",
            "type": "tuple"
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
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "pause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      },
      {
        "name": "added",
        "type": "uint64"
      }
    ],
    "name": "restock",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "resume",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
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
    "name": "take",
    "outputs": [
      {
        "components": [
          {
            "name": "seller",
            "type": "address"
          },
          {
            "name": "paused",
            "type": "bool"
          },
          {
            "name": "stock",
            "type": "uint64"
          },
          {
            "name": "sold",
            "type": "uint64"
          },
          {
            "components": [
              {
                "name": "currency",
                "type": "address"
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
                "name": "price",
                "type": "uint256"
              },
              {
                "name": "contentHash",
                "type": "bytes32"
              }
            ],
            "name": "terms",
            "type": "tuple"
          }
        ],
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "name": "listingId",
        "type": "uint256"
      }
    ],
    "name": "termsHashOf",
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
        "name": "listingId",
        "type": "uint256"
      },
      {
        "components": [
          {
            "name": "currency",
            "type": "address"
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
            "name": "price",
            "type": "uint256"
          },
          {
            "name": "contentHash",
            "type": "bytes32"
          }
        ],
        "name": "terms",
        "type": "tuple"
      }
    ],
    "name": "update",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const;
