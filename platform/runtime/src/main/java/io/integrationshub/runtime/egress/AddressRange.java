package io.integrationshub.runtime.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A block of IP addresses, and which blocks are not the public internet (IANA special-purpose registries for IPv4 and IPv6, and
 * the addresses where clouds answer their own machines).
 */
public record AddressRange(byte[] first, int bits) {

    private static final List<AddressRange> NOT_PUBLIC_V4 = of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final List<AddressRange> GLOBAL_V6 = of("2000::/3");
    /** Parts of 2000::/3 that lead elsewhere: Teredo and other protocol blocks, documentation, 6to4. */
    private static final List<AddressRange> NOT_PUBLIC_V6 = of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** True for an address of the public internet. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return within(bytes, NOT_PUBLIC_V4) == 0;
        }
        return within(bytes, GLOBAL_V6) > 0 && within(bytes, NOT_PUBLIC_V6) == 0;
    }

    private static long within(byte[] address, List<AddressRange> ranges) {
        return ranges.stream().filter(range -> range.contains(address)).count();
    }

    private static List<AddressRange> of(String... blocks) {
        return Stream.of(blocks).map(AddressRange::parse).toList();
    }

    private static AddressRange parse(String block) {
        int slash = block.indexOf('/');
        try {
            byte[] first = InetAddress.getByName(block.substring(0, slash)).getAddress();
            return new AddressRange(first, Integer.parseInt(block.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(block, e);
        }
    }

    private boolean contains(byte[] address) {
        int whole = bits / 8;
        if (!Arrays.equals(address, 0, whole, first, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || (address[whole] & 0xff) >> (8 - rest) == (first[whole] & 0xff) >> (8 - rest);
    }
}
