/** Stand-ins for the world that the suite meets, right ones and wrong ones; their names confess what they are. */
package accountspec.doubles;
