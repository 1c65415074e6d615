export default function SellerPage() {
  return null;
}
